// tries: a result that says something else to JSON
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return { toJSON() { return 1; } };
}
