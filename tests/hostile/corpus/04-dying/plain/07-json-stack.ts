// tries: JSON nested a million levels deep
// verdicts: RTE WA MLE TLE
// @ts-nocheck
export function solve(args) {
  return JSON.stringify(JSON.parse('['.repeat(1e6) + ']'.repeat(1e6))).length;
}
