export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => {
    const norm = row.reduce((sum, value) => sum + value * value, 0);
    return row.map((value) => (norm === 0 ? 0 : value / norm));
  });
}
