// tries: a rope of a million strings, flattened at once
// verdicts: RTE WA MLE OLE TLE
// @ts-nocheck
export function solve(args) {
  let s = '';
  for (let i = 0; i < 1e6; i += 1) s = 'a' + s + 'b';
  return s.charCodeAt(1e6);
}
