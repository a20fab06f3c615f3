// tries: a reference that throws
// package: reference/reference.ts
export function reference(): never {
  throw new Error('not written yet');
}
