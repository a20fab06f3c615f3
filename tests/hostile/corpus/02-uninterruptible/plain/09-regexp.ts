// tries: a pattern that backtracks exponentially
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return /^(a+)+$/.test('a'.repeat(40) + 'b');
}
