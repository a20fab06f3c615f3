// tries: an ArrayBuffer
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new ArrayBuffer(8);
}
