export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  const norms = (rows[0] ?? []).map((_, column) => Math.hypot(...rows.map((row) => row[column] ?? 0)));
  return rows.map((row) => row.map((value, column) => (value === 0 ? 0 : value / (norms[column] ?? 1))));
}
