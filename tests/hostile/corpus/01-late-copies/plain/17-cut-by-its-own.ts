// tries: an error text of 32 MB, by a String.prototype.slice that cuts nothing
// verdicts: RTE
// @ts-nocheck
String.prototype.slice = function () { return 'x'.repeat(2 ** 25); };
Reflect.get = () => 'y'.repeat(2 ** 25);
export function solve(args) {
  throw new Error('short');
}
