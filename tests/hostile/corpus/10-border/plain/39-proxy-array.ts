// tries: a Proxy of an array
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Proxy([args.n], {});
}
