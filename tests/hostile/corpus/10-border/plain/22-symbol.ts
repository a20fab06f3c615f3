// tries: a symbol
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return Symbol('x');
}
