// tries: a loop
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  for (;;);
}
