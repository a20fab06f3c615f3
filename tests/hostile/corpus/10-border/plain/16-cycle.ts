// tries: a cycle
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  const a = {};
  a.a = a;
  return a;
}
