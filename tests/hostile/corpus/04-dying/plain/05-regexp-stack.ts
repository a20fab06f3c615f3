// tries: a pattern nested 50,000 levels deep
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new RegExp('('.repeat(50000) + ')'.repeat(50000)).test('');
}
