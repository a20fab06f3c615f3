export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => {
    const norm = Math.hypot(...row);
    return row.map((value) => value / norm);
  });
}
