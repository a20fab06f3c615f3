// tries: an array of length 2^32
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Array(2 ** 32);
}
