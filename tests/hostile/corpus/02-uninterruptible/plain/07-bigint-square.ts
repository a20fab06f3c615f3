// tries: squaring a BigInt until one product takes minutes
// verdicts: TLE RTE MLE
// @ts-nocheck
export function solve(args) {
  let b = 3n;
  for (;;) b *= b;
}
