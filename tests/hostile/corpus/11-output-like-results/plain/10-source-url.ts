// tries: a sourceURL that names another file
// verdicts: RTE
// @ts-nocheck
export function solve() {
  throw new Error('x');
}
//# sourceURL=judge.ts
