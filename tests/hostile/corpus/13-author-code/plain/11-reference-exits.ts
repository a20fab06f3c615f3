// tries: a reference that ends its process
// verdicts: none
// package: reference/reference.ts
export function reference() {
  const { process } = globalThis as unknown as { process: { exit(code: number): never } };
  process.exit(0);
}
