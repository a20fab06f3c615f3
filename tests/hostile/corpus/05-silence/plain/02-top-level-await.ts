// tries: a module that never finishes loading
// verdicts: RTE
// @ts-nocheck
await new Promise(() => undefined);
export const solve = () => 1;
