// tries: null thrown
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw null;
}
