// tries: a function
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return () => 1;
}
