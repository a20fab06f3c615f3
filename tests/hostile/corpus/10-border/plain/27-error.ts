// tries: an Error as result
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Error('x');
}
