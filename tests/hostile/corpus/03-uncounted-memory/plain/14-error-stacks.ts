// tries: errors with long stacks
// verdicts: MLE TLE RTE
// @ts-nocheck
export function solve(args) {
  Error.stackTraceLimit = 1e9;
  const a = [];
  const f = (n) => (n ? f(n - 1) : a.push(new Error().stack));
  for (;;) f(3000);
}
