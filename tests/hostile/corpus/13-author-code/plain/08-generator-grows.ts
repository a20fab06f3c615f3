// tries: a generator that takes all memory
// verdicts: none
// package: generators/uniform.ts
export function generate(): never {
  const kept: unknown[] = [];
  for (;;) kept.push(new Uint8Array(1e7).fill(1));
}
