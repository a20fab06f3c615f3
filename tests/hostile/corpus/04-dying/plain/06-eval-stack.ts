// tries: source nested 100,000 levels deep, for the parser at run time
// verdicts: RTE WA
// @ts-nocheck
export function solve(args) {
  return new Function(`return ${'('.repeat(1e5)}1${')'.repeat(1e5)}`)();
}
