export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  const kept: number[][] = [];
  for (;;) kept.push(new Array<number>(100_000).fill(rows.length));
}
