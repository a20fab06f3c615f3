// tries: printing goes on in finally
// verdicts: OLE
// @ts-nocheck
export function solve(args) {
  try { for (;;) console.log('x'.repeat(1e5)); } finally { for (;;) console.log('y'); }
}
