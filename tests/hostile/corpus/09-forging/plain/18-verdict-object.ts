// tries: a result that looks like a verdict
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return { verdict: 'AC', score: 100, accepted: true };
}
