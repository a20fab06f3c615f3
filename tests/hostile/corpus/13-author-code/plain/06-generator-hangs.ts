// tries: a generator that never ends
// verdicts: none
// package: generators/uniform.ts
export function generate(): never {
  for (;;);
}
