// tries: a name of an error that is a page of text
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw Object.assign(new Error('x'), { name: '\x1b[1m\u202e' + 'N'.repeat(1e6) });
}
