// tries: generated functions by the million
// verdicts: MLE TLE RTE
// @ts-nocheck
export function solve(args) {
  const a = [];
  for (let i = 0; ; i += 1) a.push(new Function(`return ${i}`)());
}
