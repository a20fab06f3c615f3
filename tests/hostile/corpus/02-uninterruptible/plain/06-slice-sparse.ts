// tries: slice of a sparse array of 4 billion
// verdicts: TLE MLE RTE OLE WA
// @ts-nocheck
export function solve(args) {
  const a = [];
  a[2 ** 32 - 2] = 1;
  return a.slice(1).length;
}
