// tries: a Proxy as result, whose ownKeys loops
// verdicts: TLE RTE
// @ts-nocheck
export function solve(args) {
  return new Proxy({}, { ownKeys() { for (;;); } });
}
