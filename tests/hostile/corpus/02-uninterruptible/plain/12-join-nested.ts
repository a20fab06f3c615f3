// tries: joining arrays nested in themselves many times
// verdicts: TLE MLE RTE OLE
// @ts-nocheck
export function solve(args) {
  let a = ['x'];
  for (let i = 0; i < 40; i += 1) a = [a, a];
  return a.join().length;
}
