// tries: a promise that never settles: the process could end with code 0
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Promise(() => undefined);
}
