// tries: a rejection with undefined
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return Promise.reject();
}
