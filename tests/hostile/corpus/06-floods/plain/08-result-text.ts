// tries: a result of a megabyte
// verdicts: OLE
// @ts-nocheck
export function solve(args) {
  return 'x'.repeat(1e6);
}
