// tries: printing without end, into the host's memory
// verdicts: OLE
// @ts-nocheck
export function solve(args) {
  for (;;) console.log('x'.repeat(1e4));
}
