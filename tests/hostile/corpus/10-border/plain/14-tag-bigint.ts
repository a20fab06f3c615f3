// tries: an object that looks like an encoded BigInt
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { $b: '1', $u: 0, $o: [] };
}
