// tries: a loop while the module loads
// verdicts: TLE
// @ts-nocheck
for (;;);
export const solve = () => 1;
