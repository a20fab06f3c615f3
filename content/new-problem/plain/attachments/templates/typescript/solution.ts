export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  throw new Error(`${rows.length} rows to scale`);
}
