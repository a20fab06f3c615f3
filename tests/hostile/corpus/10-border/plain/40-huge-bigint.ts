// tries: a BigInt of 100,000 digits
// verdicts: RTE WA OLE
// @ts-nocheck
export function solve(args) {
  return 10n ** 20000n;
}
