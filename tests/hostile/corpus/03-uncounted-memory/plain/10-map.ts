// tries: a growing Map, which aborts the process
// verdicts: MLE TLE
// @ts-nocheck
export function solve(args) {
  const m = new Map();
  for (let i = 0; ; i += 1) m.set(i, i);
}
