// tries: a printed object whose getter loops
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  console.log({ get x() { for (;;); } });
}
