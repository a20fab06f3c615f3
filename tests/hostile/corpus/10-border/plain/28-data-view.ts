// tries: a DataView
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new DataView(new ArrayBuffer(8));
}
