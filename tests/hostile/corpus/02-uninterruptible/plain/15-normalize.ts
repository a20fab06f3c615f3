// tries: Unicode normalization of a growing text, again and again
// verdicts: TLE MLE RTE
// @ts-nocheck
export function solve(args) {
  let s = '\ufdfa'.repeat(1e6);
  for (;;) s = s.normalize('NFKC').slice(0, 3e6);
}
