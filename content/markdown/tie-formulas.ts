import type { Element, ElementContent, Root } from 'hast';

/**
 * Ties a formula in a line to the brackets and marks that touch it, so that none of them ends or begins a line alone: a
 * browser sees a picture in a formula, and breaks on either side of it. Within, it breaks where `letBreak` says.
 */
export function tieFormulas(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (!isFormula(child)) tieFormulas(child);
    else parent.children[index] = tie(child, parent.children[index - 1], parent.children[index + 1]);
  }
}

type Sibling = Root['children'][number] | undefined;

function tie(formula: Element, before: Sibling, after: Sibling): Element {
  const opening = takeFrom(before, /[\p{Ps}\p{Pi}]+$/u);
  const closing = takeFrom(after, /^[\p{Pe}\p{Pf}，。；：、！？…,.;:!?%-]+/u);
  if (opening.length + closing.length === 0) return formula;
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['tied'] },
    children: [...opening, formula, ...closing],
  };
}

function takeFrom(sibling: Sibling, marks: RegExp): ElementContent[] {
  const found = sibling?.type === 'text' && marks.exec(sibling.value)?.[0];
  if (!found) return [];
  sibling.value = sibling.value.replace(marks, '');
  return [{ type: 'text', value: found }];
}

function isFormula({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes('math-inline');
}
