// tries: 1.1 GB by one fill, counted late
// verdicts: MLE TLE
// @ts-nocheck
export function solve(args) {
  return new Array(6e7).fill();
}
