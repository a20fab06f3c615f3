// tries: recursion in a getter while the result is copied
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  const o = { get x() { return this.x; } };
  return o;
}
