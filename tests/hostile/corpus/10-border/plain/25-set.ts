// tries: a Set
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Set([1]);
}
