// tries: fn.caller from sloppy code
// verdicts: WA RTE
// @ts-nocheck
export function solve(args) {
  return new Function('return arguments.callee.caller ? arguments.callee.caller.toString() : 1')();
}
