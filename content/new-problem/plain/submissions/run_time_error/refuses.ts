export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  throw new RangeError(`cannot scale ${rows.length} rows`);
}
