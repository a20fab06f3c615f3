// tries: NaN, which fails no careless comparison
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return NaN;
}
