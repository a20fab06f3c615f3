// tries: a dispose method that forges after the return
// verdicts: WA RTE
// @ts-nocheck
export function solve(args) {
  using forged = { [Symbol.dispose]() { Object.prototype.kind = 'returned'; } };
  return forged ? 1 : 2;
}
