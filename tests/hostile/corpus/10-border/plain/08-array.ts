// tries: the right number in an array
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return [args.n * args.n + 7];
}
