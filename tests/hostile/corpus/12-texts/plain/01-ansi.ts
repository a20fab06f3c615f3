// tries: escape sequences in a message
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw new Error('\x1b[31mred\x1b]8;;http://x\x07link\x1b]8;;\x07\x9b1m');
}
