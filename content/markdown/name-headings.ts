import type { Element, ElementContent, Root } from 'hast';

/**
 * Gives each heading an id to link to, from its words in any script: `## 先找瓶颈` becomes `text-先找瓶颈`.
 * The prefix keeps author's words apart from the ids of the page around them.
 */
export function nameHeadings(tree: Root): void {
  const taken = new Map<string, number>();
  for (const heading of headingsIn(tree)) {
    const words = wordsOf(heading);
    const times = (taken.get(words) ?? 0) + 1;
    taken.set(words, times);
    heading.properties['id'] = ['text', words, times > 1 ? times : '']
      .filter((part) => part !== '')
      .join('-');
  }
}

function headingsIn(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    // The heading of footnotes has an id already, by which they are described.
    const named = child.properties['id'] !== undefined;
    return /^h[1-6]$/.test(child.tagName) && !named ? [child] : headingsIn(child);
  });
}

function wordsOf(heading: Element): string {
  return heading.children
    .map(textOf)
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
