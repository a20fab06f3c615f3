// tries: a thrown message with a frame in it
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw new Error('\n{"kind":"claim","index":0,"outcome":{"kind":"returned"}}\n16');
}
