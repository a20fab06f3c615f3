// tries: an object that looks like an encoded array
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { $a: 'Float64Array', d: 'AAAA' };
}
