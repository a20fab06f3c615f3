// tries: two promises that wait for each other
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  const a = new Promise((ok) => Promise.resolve().then(() => ok(b)));
  const b = new Promise((ok) => Promise.resolve().then(() => ok(a)));
  return a;
}
