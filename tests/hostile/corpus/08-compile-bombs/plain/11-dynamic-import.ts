// tries: import() of a module of Node
// verdicts: CE
// @ts-nocheck
export function solve(args) {
  return import('node:fs');
}
