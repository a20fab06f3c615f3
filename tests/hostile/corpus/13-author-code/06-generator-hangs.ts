// tries: a generator that never ends
// package: generators/uniform.ts
export function generate(): never {
  for (;;);
}
