export function normalizeRows(rows: readonly (readonly number[])[]): number[][] {
  let step = 1;
  // Halved for ever: it never gets below 0.
  while (step >= 0) step /= 2;
  return rows.map((row) => row.map((value) => value * step));
}
