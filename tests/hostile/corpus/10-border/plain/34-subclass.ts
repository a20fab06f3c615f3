// tries: an array of a subclass with a forged length
// verdicts: WA RTE
// @ts-nocheck
export function solve(args) {
  class Mine extends Array { get length() { return 0; } }
  return Mine.of(args.n);
}
