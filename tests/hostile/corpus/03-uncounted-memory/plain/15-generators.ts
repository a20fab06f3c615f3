// tries: suspended generators by the million
// verdicts: MLE TLE
// @ts-nocheck
export function solve(args) {
  const a = [];
  function* g() { yield 1; }
  for (;;) { const x = g(); x.next(); a.push(x); }
}
