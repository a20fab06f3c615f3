import type { Element, ElementContent, Root } from 'hast';

/**
 * Lets a name of code in a table's cell break between its words, `multiHead` + `Attention`: a column is as wide as what
 * can't be broken, and on a phone one long name would push the last column off the screen.
 */
export function breakNames(parent: Root | Element, inCell = false): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const within = inCell || child.tagName === 'td' || child.tagName === 'th';
    if (within && child.tagName === 'code' && child.properties['className'] === undefined) letBreak(child);
    else breakNames(child, within);
  }
}

function letBreak(code: Element): void {
  const [name] = code.children;
  if (code.children.length !== 1 || name?.type !== 'text') return;
  code.children = name.value.split(seams).flatMap((value, index): ElementContent[] => {
    const text = { type: 'text' as const, value };
    return index === 0 ? [text] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, text];
  });
}

const seams = /(?<=[a-z])(?=[A-Z])|(?<=\w_)(?=\w)/;
