// tries: a reference that throws
// verdicts: none
// package: reference/reference.ts
export function reference(): never {
  throw new Error('not written yet');
}
