// tries: backtracking behind a lookbehind
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return /(?<=(a|a)*)b$/.test('a'.repeat(60) + 'c') || /(x+x+)+y/.test('x'.repeat(60));
}
