// tries: an own then that is no function
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { then: args.n };
}
