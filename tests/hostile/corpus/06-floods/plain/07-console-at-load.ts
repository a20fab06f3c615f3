// tries: printing while the module loads
// verdicts: OLE
// @ts-nocheck
for (;;) console.warn('x'.repeat(1e4));
export const solve = () => 1;
