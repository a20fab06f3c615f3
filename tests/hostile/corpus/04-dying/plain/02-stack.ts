// tries: recursion without end
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return (function f() { return f() + 1; })();
}
