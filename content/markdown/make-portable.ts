import type { Element, ElementContent, Root } from 'hast';

/** Formulas as MathJax reads them, whole links, and no classes. */
export function makePortable(tree: Root | Element, origin: string): void {
  tree.children.forEach((child, index) => {
    if (child.type !== 'element') return;
    const formula = formulaOf(child);
    if (formula !== undefined) {
      tree.children[index] = formula;
      return;
    }
    const { href } = child.properties;
    child.properties =
      typeof href === 'string' && href.startsWith('/') ? { href: origin + href } : keep(child);
    makePortable(child, origin);
  });
}

// Of what the sanitiser lets through, what means something without our style sheets.
const kept = ['href', 'align', 'start', 'checked', 'disabled', 'type'];

function keep({ properties }: Element): Element['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => kept.includes(name)));
}

// What is displayed stands in a <pre>, what is inline in a <code> alone.
function formulaOf(element: Element): ElementContent | undefined {
  const [only] = element.tagName === 'pre' ? element.children : [];
  const code = only?.type === 'element' ? only : element;
  const { className } = code.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  const [text] = code.children;
  const tex = text?.type === 'text' ? text.value.trim() : '';
  if (names.includes('math-display')) return { type: 'text', value: `\\[${tex}\\]` };
  if (names.includes('math-inline')) return { type: 'text', value: `\\(${tex}\\)` };
  return undefined;
}
