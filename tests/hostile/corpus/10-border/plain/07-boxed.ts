// tries: the right number boxed
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return Object(args.n * args.n + 7);
}
