// tries: a generator whose return loops when it is closed
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  function* g() { try { yield 1; } finally { for (;;); } }
  for (const x of g()) return x;
}
