// tries: splice of 2^53 absent elements
// verdicts: TLE MLE RTE
// @ts-nocheck
export function solve(args) {
  return Array.prototype.splice.call({ length: 2 ** 53 - 1 }, 0, 1);
}
