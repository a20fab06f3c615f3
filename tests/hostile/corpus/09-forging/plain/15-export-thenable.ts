// tries: the module itself a thenable
// verdicts: WA RTE
// @ts-nocheck
export const then = (ok) => ok({ solve: () => 1 });
export const solve = () => 1;
