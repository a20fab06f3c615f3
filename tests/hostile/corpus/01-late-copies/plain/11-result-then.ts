// tries: a thenable whose then loops
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return { then() { for (;;); } };
}
