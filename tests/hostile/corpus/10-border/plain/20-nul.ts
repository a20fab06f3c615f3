// tries: NUL in text and in a key
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { 'a\0b': '\0' };
}
