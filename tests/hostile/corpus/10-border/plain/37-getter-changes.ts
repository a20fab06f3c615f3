// tries: a getter that answers differently each time
// verdicts: WA RTE
// @ts-nocheck
export function solve(args) {
  let i = 0;
  return { get x() { i += 1; return i; } };
}
