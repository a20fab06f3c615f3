// tries: a validator that waits for ever
// verdicts: JE
// package: output_validator/check.ts
export function check() {
  return new Promise(() => undefined);
}
