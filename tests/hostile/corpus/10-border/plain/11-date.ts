// tries: the right number as a date
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Date(args.n * args.n + 7);
}
