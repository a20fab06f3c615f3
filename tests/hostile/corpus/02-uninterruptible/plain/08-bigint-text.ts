// tries: writing a BigInt of a million digits in decimal
// verdicts: TLE WA OLE
// @ts-nocheck
export function solve(args) {
  let b = 1n << 30000000n;
  return b.toString().length;
}
