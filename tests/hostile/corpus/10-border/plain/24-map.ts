// tries: a Map
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Map([[1, 2]]);
}
