// tries: a BigInt64Array
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new BigInt64Array(1);
}
