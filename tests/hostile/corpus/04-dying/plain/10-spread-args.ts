// tries: a call with ten million arguments
// verdicts: RTE MLE TLE
// @ts-nocheck
export function solve(args) {
  return Math.max(...new Array(1e7).fill(1));
}
