// tries: a variable of the module
// verdicts: WA
// @ts-nocheck
let calls = 0;
export function solve(args) {
  calls += 1;
  return calls;
}
