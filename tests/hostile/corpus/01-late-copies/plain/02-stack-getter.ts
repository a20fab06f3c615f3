// tries: a thrown error whose stack is a getter without end
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  const e = new Error('x');
  Object.defineProperty(e, 'stack', { get() { for (;;); } });
  throw e;
}
