import type { Element, Root } from 'hast';

/** Puts a text's headings below those of a page whose section it stands in: `h1` becomes `h3`, and none is deeper than `h6`. */
export function lowerHeadings(tree: Root | Element): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    const { properties } = child;
    const level = /^h([1-6])$/.exec(child.tagName)?.[1];
    if (level !== undefined) child.tagName = `h${Math.min(6, Number(level) + 2)}`;
    // The one name that footnotes get without a prefix.
    if (properties['id'] === label) properties['id'] = `note-${label}`;
    if (`${properties['ariaDescribedBy']}` === label) properties['ariaDescribedBy'] = [`note-${label}`];
    lowerHeadings(child);
  }
}

const label = 'footnote-label';
