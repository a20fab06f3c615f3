// tries: a RegExp
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return /x/;
}
