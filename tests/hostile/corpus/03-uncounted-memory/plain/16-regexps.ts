// tries: compiled patterns by the million
// verdicts: MLE TLE RTE
// @ts-nocheck
export function solve(args) {
  const a = [];
  for (let i = 0; ; i += 1) { const r = new RegExp(`(${i}|[a-z]{50}){50}`); r.test('a'); a.push(r); }
}
