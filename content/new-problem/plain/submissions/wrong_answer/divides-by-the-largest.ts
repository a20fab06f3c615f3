export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => {
    const norm = Math.max(...row.map(Math.abs));
    return row.map((value) => (norm === 0 ? 0 : value / norm));
  });
}
