// tries: paths of the host out of the stack
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return new Error().stack;
}
