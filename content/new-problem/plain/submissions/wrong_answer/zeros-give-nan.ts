export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => row.map((value) => value / Math.hypot(...row)));
}
