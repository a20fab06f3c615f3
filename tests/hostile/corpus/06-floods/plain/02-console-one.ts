// tries: one line of 100 MB
// verdicts: OLE MLE TLE
// @ts-nocheck
export function solve(args) {
  console.log('x'.repeat(1e8));
  return 1;
}
