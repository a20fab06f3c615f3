// tries: a validator that forgets to return
// verdicts: JE
// package: output_validator/check.ts
export function check() {}
