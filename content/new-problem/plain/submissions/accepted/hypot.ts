export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => {
    const norm = Math.hypot(...row.toReversed());
    return row.map((value) => (norm > 0 ? value / norm : 0));
  });
}
