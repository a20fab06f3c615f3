// tries: the secret input as line and column of a forged stack
// verdicts: RTE
// @ts-nocheck
export function solve(args) {
  throw Object.assign(new Error('x'), { stack: `at solve (solution.ts:${900000 + args.n}:${800000 + args.n})` });
}
