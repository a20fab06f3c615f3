// tries: Array.from over a boundless iterator
// verdicts: TLE MLE RTE
// @ts-nocheck
export function solve(args) {
  return Array.from({ length: 2 ** 32 - 1 });
}
