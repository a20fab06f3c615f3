// tries: a validator that throws when it sees a solver's output
// verdicts: JE
// package: output_validator/check.ts
export function check(): never {
  throw new Error('forgot a case');
}
