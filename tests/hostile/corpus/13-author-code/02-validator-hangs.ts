// tries: a validator that never ends
// package: output_validator/check.ts
export function check(): never {
  for (;;);
}
