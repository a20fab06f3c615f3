// tries: a thrown error whose name never ends
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  throw Object.create(Error.prototype, { name: { get() { for (;;); } } });
}
