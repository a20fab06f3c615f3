// tries: direction marks in a key of the result
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { '\u202eabc\u2066': '\u202e' };
}
