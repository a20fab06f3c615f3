// tries: an error with a cause chain of 100,000 links
// verdicts: RTE TLE
// @ts-nocheck
export function solve(args) {
  let e = new Error('x');
  for (let i = 0; i < 1e5; i += 1) e = new Error('y', { cause: e });
  throw e;
}
