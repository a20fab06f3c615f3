// tries: a comparator that never ends
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return [3, 2, 1].sort(() => { for (;;); });
}
