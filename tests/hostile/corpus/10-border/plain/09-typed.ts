// tries: the right number in a typed array
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return new Float64Array([args.n * args.n + 7]);
}
