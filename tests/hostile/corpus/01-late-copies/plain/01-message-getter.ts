// tries: a thrown error whose message never ends; it is copied after the timeout was lifted
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  throw Object.create(Error.prototype, { message: { get() { for (;;); } } });
}
