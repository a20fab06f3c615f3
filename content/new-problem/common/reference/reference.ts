/** In double precision, as the expected outputs of a problem should be where solutions may compute in less. */
export function reference({ rows }: { rows: number[][] }): number[][] {
  return rows.map((row) => {
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    return row.map((value) => (length === 0 ? 0 : value / length));
  });
}
