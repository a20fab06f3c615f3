import { categories, type PageScores } from './measure-page.ts';

/** The scores for people. */
export function tableOf(pages: readonly PageScores[]): string {
  const titles = ['perf', 'a11y', 'best', 'seo', 'FCP ms', 'LCP ms', 'TBT ms', 'script KB'];
  return [
    `${'page'.padEnd(14)}${'as'.padEnd(8)}${titles.map(pad).join('')}`,
    ...pages.flatMap((page) => [
      `${page.name.padEnd(14)}${page.device.padEnd(8)}${cellsOf(page).map(pad).join('')}${page.reached ? '' : `  below ${page.wanted}`}`,
      ...page.faults.map((fault) => `  − ${fault}`),
    ]),
  ].join('\n');
}

function cellsOf({ scores, firstPaintMs, largestPaintMs, blockedMs, scriptBytes }: PageScores): number[] {
  const kilobytes = Math.round(scriptBytes / 100) / 10;
  return [...categories.map((name) => scores[name]), firstPaintMs, largestPaintMs, blockedMs, kilobytes];
}

function pad(cell: string | number): string {
  return String(cell).padStart(11);
}
