// tries: a sparse array of four billion
// verdicts: OLE TLE MLE RTE
// @ts-nocheck
export function solve(args) {
  const a = [];
  a.length = 4e9;
  return a;
}
