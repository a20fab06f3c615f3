// tries: BigInts of a megabyte
// verdicts: MLE TLE
// @ts-nocheck
export function solve(args) {
  const a = [];
  for (let i = 0n; ; i += 1n) a.push((1n << 8000000n) + i);
}
