// tries: growable shared memory
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new SharedArrayBuffer(8, { maxByteLength: 2 ** 31 }).grow(2 ** 31);
}
