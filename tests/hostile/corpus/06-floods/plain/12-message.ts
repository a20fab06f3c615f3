// tries: an error message of 100 MB
// verdicts: RTE MLE
// @ts-nocheck
export function solve(args) {
  throw new Error('x'.repeat(1e8));
}
