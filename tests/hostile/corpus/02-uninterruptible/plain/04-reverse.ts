// tries: reverse of 2^53 absent elements
// verdicts: TLE MLE
// @ts-nocheck
export function solve(args) {
  return Array.prototype.reverse.call({ length: 2 ** 53 - 1 });
}
