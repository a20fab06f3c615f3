// tries: the secret input as value that differs
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  return `secret ${JSON.stringify(args)}`;
}
