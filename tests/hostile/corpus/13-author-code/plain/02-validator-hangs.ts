// tries: a validator that never ends
// verdicts: JE
// package: output_validator/check.ts
export function check(): never {
  for (;;);
}
