// tries: microtasks without end, that are awaited
// verdicts: TLE MLE
// @ts-nocheck
export function solve(args) {
  const again = () => Promise.resolve().then(again);
  return again();
}
