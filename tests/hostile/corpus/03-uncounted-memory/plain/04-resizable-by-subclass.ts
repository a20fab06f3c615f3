// tries: a resizable buffer through a subclass
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  class Mine extends ArrayBuffer {}
  const b = new Mine(8, { maxByteLength: 2 ** 31 });
  b.resize(2 ** 31);
  return 1;
}
