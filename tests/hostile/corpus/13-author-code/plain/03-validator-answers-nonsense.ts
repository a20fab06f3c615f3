// tries: a validator whose answer is no answer: it must not count as accepted
// verdicts: JE
// package: output_validator/check.ts
export function check() {
  return { accepted: 'yes' };
}
