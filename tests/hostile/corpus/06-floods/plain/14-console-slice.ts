// tries: more console than is kept, by a String.prototype.slice that gives more than it was asked for
// verdicts: WA
// @ts-nocheck
String.prototype.slice = String.prototype.substring = () => 'x'.repeat(2 ** 23);
export function solve(args) {
  console.log('short');
  return 1;
}
