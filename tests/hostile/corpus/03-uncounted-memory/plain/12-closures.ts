// tries: closures that keep their scopes
// verdicts: MLE TLE
// @ts-nocheck
export function solve(args) {
  const a = [];
  for (;;) { const x = new Array(1000).fill(a); a.push(() => x); }
}
