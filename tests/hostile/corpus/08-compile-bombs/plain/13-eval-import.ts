// tries: import() by indirect eval
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return (0, eval)('import("sandbox")');
}
