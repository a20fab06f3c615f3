// tries: an unhandled rejection whose stack is a getter without end
// verdicts: TLE RTE
// @ts-nocheck
export function solve(args) {
  const e = new Error('x');
  Object.defineProperty(e, 'stack', { get() { for (;;); } });
  Promise.reject(e);
  return 1;
}
