// tries: Error.prepareStackTrace runs inside the engine when an error is made
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  Error.prepareStackTrace = () => { for (;;); };
  null.x;
}
