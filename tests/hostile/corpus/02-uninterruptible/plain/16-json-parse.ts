// tries: JSON.parse with a reviver that never ends
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return JSON.parse('[1]', () => { for (;;); });
}
