// tries: a getter in the result, run by the structured clone
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return { get x() { for (;;); } };
}
