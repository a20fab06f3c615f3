// tries: ArrayBuffer.prototype.transfer keeps a buffer resizable
// verdicts: RTE MLE WA
// @ts-nocheck
export function solve(args) {
  const b = new ArrayBuffer(8, { maxByteLength: 2 ** 31 }).transfer(2 ** 30);
  return new Uint8Array(b).fill(1).length;
}
