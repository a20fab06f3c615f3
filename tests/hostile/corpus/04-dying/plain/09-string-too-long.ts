// tries: a string over the longest there can be
// verdicts: RTE MLE
// @ts-nocheck
export function solve(args) {
  return 'a'.repeat(2 ** 29) + 'a'.repeat(2 ** 29);
}
