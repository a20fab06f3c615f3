// tries: an answer, and an unhandled rejection beside it
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  Promise.reject(new Error('x'));
  return 1;
}
