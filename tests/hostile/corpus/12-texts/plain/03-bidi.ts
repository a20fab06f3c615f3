// tries: direction marks in a message
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw new Error('\u202e\u2066\u200f\u061cabc');
}
