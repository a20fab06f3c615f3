// tries: an async generator in place of an answer
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  return (async function* () { yield 1; })();
}
