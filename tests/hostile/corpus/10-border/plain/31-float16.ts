// tries: a Float16Array, which is not among the nine
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Float16Array(1);
}
