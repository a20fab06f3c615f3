// tries: answers counted over tests by a global: the second test must find none
// verdicts: WA
// @ts-nocheck
globalThis.n = (globalThis.n ?? 0) + 1;
export function solve(args) {
  return globalThis.n;
}
