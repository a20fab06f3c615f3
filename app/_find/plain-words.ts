/** Markdown as words to search and to show in a line: no marks, no commands of formulas, no blocks of code. */
export function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/^ *(```|~~~)[\s\S]*?^ *\1 *$/gm, ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\$\$[\s\S]*?\$\$/g, ' ')
    .replaceAll(/\$([^$\n]+)\$/g, (_, formula: string) => plainFormula(formula))
    .replaceAll(/^ *(#{1,6}|[-*>]|\d+\.) +/gm, '')
    .replaceAll(/^[|: -]+$/gm, ' ')
    .replaceAll(/\*\*|[`|]/g, '')
    .replaceAll(/(^|[\s(])[*_](\S[^*_\n]*)[*_]/g, '$1$2')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The headings of markdown, as words. */
export function headingsOf(markdown: string): string[] {
  return Array.from(markdown.matchAll(/^#{2,6} +(.+)$/gm), ([, heading = '']) => plainWords(heading));
}

const signs: Record<string, string> = {
  cdot: '·',
  times: '×',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  approx: '≈',
  to: '→',
  ln: 'ln',
  log: 'log',
  max: 'max',
  min: 'min',
};

function plainFormula(formula: string): string {
  return formula
    .replaceAll(/\\t?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replaceAll(/\\(?:text|mathrm|mathbf|operatorname)\*?\{([^{}]*)\}/g, '$1')
    .replaceAll(/\\([a-z]+)/gi, (_, name: string) => signs[name] ?? ' ')
    .replaceAll(/\\[^a-z]/gi, ' ')
    .replaceAll(/[{}]/g, '');
}
