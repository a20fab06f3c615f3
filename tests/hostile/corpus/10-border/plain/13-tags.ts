// tries: an object that looks like an encoded number
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { $n: String(args.n * args.n + 7) };
}
