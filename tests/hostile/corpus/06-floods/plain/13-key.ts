// tries: a key of ten megabytes
// verdicts: OLE MLE
// @ts-nocheck
export function solve(args) {
  return { ['k'.repeat(1e7)]: 1 };
}
