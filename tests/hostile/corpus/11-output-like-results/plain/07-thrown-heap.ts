// tries: a message like that of a dying heap
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw new Error('FATAL ERROR: JavaScript heap out of memory');
}
