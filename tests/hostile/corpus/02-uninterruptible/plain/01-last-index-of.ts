// tries: a string search that checks no interrupt
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return 'a'.repeat(2 ** 23).lastIndexOf('a'.repeat(2 ** 20) + 'b');
}
