// tries: an object that unfolds when it is printed
// verdicts: OLE TLE WA
// @ts-nocheck
export function solve(args) {
  let a = {};
  for (let i = 0; i < 30; i += 1) a = { a, b: a, c: a, d: a };
  for (;;) console.log(a);
}
