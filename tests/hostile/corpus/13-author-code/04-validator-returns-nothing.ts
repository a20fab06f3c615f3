// tries: a validator that forgets to return
// package: output_validator/check.ts
export function check() {}
