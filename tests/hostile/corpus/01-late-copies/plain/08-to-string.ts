// tries: a message whose toString loops when it is put into words
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  throw Object.assign(new Error(), { message: { toString() { for (;;); } } });
}
