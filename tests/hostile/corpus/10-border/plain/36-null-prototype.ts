// tries: an object without prototype
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return Object.assign(Object.create(null), { n: args.n });
}
