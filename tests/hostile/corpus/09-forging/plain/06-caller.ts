// tries: the caller by fn.caller and arguments.callee
// verdicts: RTE
// @ts-nocheck
export function solve() {
  return arguments.callee.caller.arguments;
}
