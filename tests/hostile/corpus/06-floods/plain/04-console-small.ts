// tries: a hundred million small lines
// verdicts: OLE TLE
// @ts-nocheck
export function solve(args) {
  for (let i = 0; i < 1e8; i += 1) console.error(i);
}
