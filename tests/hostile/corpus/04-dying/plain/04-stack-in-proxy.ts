// tries: a Proxy whose prototype is itself, one level more each time
// verdicts: RTE TLE MLE
// @ts-nocheck
export function solve(args) {
  let p = new Proxy({}, {});
  for (let i = 0; i < 1e5; i += 1) p = new Proxy(p, {});
  return p.x;
}
