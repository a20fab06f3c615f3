// tries: backing stores outside the heap
// verdicts: MLE
// @ts-nocheck
export function solve(args) {
  const a = [];
  for (;;) a.push(new Uint8Array(1e6).fill(1));
}
