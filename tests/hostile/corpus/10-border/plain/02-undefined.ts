// tries: nothing
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return undefined;
}
