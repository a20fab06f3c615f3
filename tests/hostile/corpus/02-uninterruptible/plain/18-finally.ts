// tries: a loop inside finally, inside a loop: a termination must not be caught
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  for (;;) try { for (;;); } finally { for (;;); }
}
