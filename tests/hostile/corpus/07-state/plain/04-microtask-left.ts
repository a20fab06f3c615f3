// tries: microtasks left behind for the next test
// verdicts: TLE MLE
// @ts-nocheck
export function solve(args) {
  const again = () => Promise.resolve().then(again);
  again();
  return 1;
}
