// tries: a constructor of buffers by which slices are made once the known one is gone
// verdicts: WA RTE
// @ts-nocheck
delete ArrayBuffer.prototype.constructor;
export function solve(args) {
  const found = new Set();
  for (const buffer of [new Uint8Array(8).buffer, new Uint8Array(8).buffer.slice(0), new ArrayBuffer(8).transfer(16)])
    found.add(Object.getPrototypeOf(buffer).constructor).add(buffer.constructor);
  for (const Maker of found) {
    const buffer = new Maker(8, { maxByteLength: 2 ** 31 });
    buffer.resize?.(2 ** 31);
    new Uint8Array(buffer).fill(1);
  }
  return 1;
}
