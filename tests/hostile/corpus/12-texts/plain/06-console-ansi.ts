// tries: escape sequences, NUL and lone surrogates printed
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  console.log('\x1b[31m\0\ud800\u202e');
  return 1;
}
