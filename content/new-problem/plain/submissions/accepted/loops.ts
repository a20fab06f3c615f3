export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  const result: number[][] = [];
  for (const row of rows) {
    let squares = 0;
    for (const value of row) squares += value * value;
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    result.push(row.map((value) => value * scale));
  }
  return result;
}
