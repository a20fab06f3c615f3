// tries: a thenable whose then loops
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return { then() { for (;;); } };
}
