// tries: the true constructor by way of a typed array
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  const Maker = Object.getPrototypeOf(new Uint8Array(1).buffer).constructor;
  const b = new Maker(8, { maxByteLength: 2 ** 31 });
  b.resize(2 ** 31);
  return 1;
}
