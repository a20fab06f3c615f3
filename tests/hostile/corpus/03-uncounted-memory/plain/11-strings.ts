// tries: strings kept apart
// verdicts: MLE TLE
// @ts-nocheck
export function solve(args) {
  const a = [];
  for (let i = 0; ; i += 1) a.push(('x'.repeat(1e6) + i).split('').join('-'));
}
