// tries: a constructor of the host by the console
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return console.log.constructor('return process')().pid;
}
