// tries: the right number as text
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return String(args.n * args.n + 7);
}
