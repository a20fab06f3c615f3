// tries: a thrown Proxy all of whose traps loop
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  throw new Proxy({}, { get() { for (;;); }, getPrototypeOf() { for (;;); }, ownKeys() { for (;;); } });
}
