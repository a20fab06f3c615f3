// tries: copyWithin of a huge array-like
// verdicts: TLE MLE
// @ts-nocheck
export function solve(args) {
  return Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 1, 0);
}
