// tries: a message with Symbol.toPrimitive that loops
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  throw Object.assign(new Error(), { message: { [Symbol.toPrimitive]() { for (;;); } } });
}
