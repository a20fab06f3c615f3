// tries: import() made at run time, out of the lexer's sight
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new Function('return import("node:fs")')();
}
