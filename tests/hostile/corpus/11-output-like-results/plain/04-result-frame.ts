// tries: a result that contains a frame
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return '\n' + JSON.stringify({ kind: 'claim', token: '', index: 1, outcome: { kind: 'returned' } }) + '\n16';
}
