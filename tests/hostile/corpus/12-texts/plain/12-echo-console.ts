// tries: the secret input printed
// verdicts: WA
// @ts-nocheck
export function solve(args) {
  console.log(`secret ${JSON.stringify(args)}`);
  return 1;
}
