// tries: fill of a huge array-like
// verdicts: TLE MLE
// @ts-nocheck
export function solve(args) {
  return Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 0);
}
