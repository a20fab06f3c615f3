// tries: the secret input as path of what cannot leave
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return { [`secret ${JSON.stringify(args)}`]: () => 1 };
}
