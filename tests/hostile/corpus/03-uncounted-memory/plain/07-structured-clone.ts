// tries: structuredClone of large buffers, where there is one
// verdicts: RTE MLE
// @ts-nocheck
export function solve(args) {
  const a = [];
  for (;;) a.push(structuredClone(new Uint8Array(1e7).fill(1)));
}
