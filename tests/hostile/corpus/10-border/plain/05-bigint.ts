// tries: the right number as a BigInt
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return BigInt(args.n * args.n + 7);
}
