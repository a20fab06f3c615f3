// tries: a class with a name of escapes, a class whose instances are copied as plain objects
// verdicts: WA RTE
// @ts-nocheck
export function solve(args) {
  return new (class { get [Symbol.toStringTag]() { return '\x1b[31m\u202e'; } })();
}
