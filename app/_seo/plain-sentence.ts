/** The beginning of a markdown text in plain words, for where no markup is understood; cut at a word, with `…`. */
export function plainSentence(markdown: string, longest: number): string {
  const plain = markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\$\$?([^$]*)\$\$?/g, (_, formula: string) => plainFormula(formula))
    .replaceAll(/[*_`#>]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest - 1);
  // Chinese has no spaces to cut at, and needs none.
  const space = cut.lastIndexOf(' ');
  return `${(space > longest * 0.7 ? cut.slice(0, space) : cut).replace(/[\s,;:，；：、]+$/u, '')}…`;
}

const words: Record<string, string> = {
  approx: '≈',
  cdot: '·',
  ge: '≥',
  geq: '≥',
  infty: '∞',
  le: '≤',
  leq: '≤',
  lambda: 'λ',
  mid: '|',
  rightarrow: '→',
  sigma: 'σ',
  tau: 'τ',
  theta: 'θ',
  times: '×',
  to: '→',
};

function plainFormula(formula: string): string {
  return formula
    .replaceAll(/\\(?:text|mathrm|mathbf|operatorname)\{([^}]*)\}/g, '$1')
    .replaceAll(/\\([a-z]+)/gi, (_, name: string) => words[name] ?? '')
    .replaceAll(/[{}\\]/g, '');
}
