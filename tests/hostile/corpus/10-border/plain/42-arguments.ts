// tries: the arguments object
// verdicts: WA RTE
// @ts-nocheck
export function solve(args) {
  return arguments;
}
