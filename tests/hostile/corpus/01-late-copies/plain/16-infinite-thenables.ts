// tries: a then that resolves with another thenable, forever
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  const t = () => ({ then(ok) { ok(t()); } });
  return t();
}
