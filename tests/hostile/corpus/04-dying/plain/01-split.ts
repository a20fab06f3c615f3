// tries: split of 2^27 characters, fatal inside V8
// verdicts: MLE
// @ts-nocheck
export function solve(args) {
  return 'a'.repeat(2 ** 27).split('');
}
