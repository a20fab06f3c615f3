// tries: the generator of random numbers as a messenger
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return Math.random();
}
