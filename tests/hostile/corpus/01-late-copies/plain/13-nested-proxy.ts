// tries: an object that cannot be cloned and has a looping getter for whoever looks why
// verdicts: TLE
// @ts-nocheck
export function solve(args) {
  return { f: [() => 1], get g() { for (;;); } };
}
