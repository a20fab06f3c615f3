// tries: what the last match left in RegExp.$1
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  const before = RegExp.$1;
  /(secret)/.test('secret');
  return before;
}
