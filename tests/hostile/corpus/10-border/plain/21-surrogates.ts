// tries: lone surrogates in text and in a key
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { '\ud800': '\udfff\ud800' };
}
