// tries: infinity
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return Infinity;
}
