// tries: escape sequences in a result that is shown as what came
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return '\x1b[2J\x1b[31mred\u202e\0';
}
