// tries: WebAssembly memory
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return new WebAssembly.Memory({ initial: 30000 }).buffer.byteLength;
}
