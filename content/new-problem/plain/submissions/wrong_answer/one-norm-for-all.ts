export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  const norm = Math.hypot(...rows.flat());
  return rows.map((row) => row.map((value) => (norm === 0 ? 0 : value / norm)));
}
