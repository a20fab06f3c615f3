// tries: includes over 2^53 absent elements
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);
}
