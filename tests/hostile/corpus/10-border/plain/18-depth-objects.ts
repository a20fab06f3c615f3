// tries: depth 100,000 in objects
// verdicts: RTE TLE
// @ts-nocheck
export function solve(args) {
  let a = {};
  for (let i = 0; i < 1e5; i += 1) a = { a };
  return a;
}
