// tries: the channel by its descriptor
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return process.binding('fs').writeString(3, 'x');
}
