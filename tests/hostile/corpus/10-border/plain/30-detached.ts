// tries: a detached buffer
// verdicts: RTE WA
// @ts-nocheck
export function solve(args) {
  const a = new Float64Array(1);
  a.buffer.transfer();
  return a;
}
