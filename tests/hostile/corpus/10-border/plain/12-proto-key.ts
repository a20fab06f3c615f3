// tries: an own __proto__ key
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return JSON.parse('{"__proto__": {"kind": "returned"}, "constructor": 1}');
}
