// tries: state kept on a prototype
// verdicts: WA RTE
// @ts-nocheck
Object.prototype.kept = (Object.prototype.kept ?? 0) + 1;
export function solve(args) {
  return {}.kept;
}
