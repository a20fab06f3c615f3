// tries: a typed array over the limit
// verdicts: OLE
// @ts-nocheck
export function solve(args) {
  return new Float64Array(1e5);
}
