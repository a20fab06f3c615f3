// tries: a resizable buffer grown to 2 GB
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  const b = new ArrayBuffer(8, { maxByteLength: 2 ** 31 });
  b.resize(2 ** 31);
  return new Uint8Array(b).fill(1).length;
}
