// tries: two views of one buffer
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  const b = new ArrayBuffer(16);
  return [new Float64Array(b), new Int32Array(b, 4, 2)];
}
