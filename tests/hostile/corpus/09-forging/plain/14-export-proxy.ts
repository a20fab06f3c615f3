// tries: a Proxy as export whose apply forges
// verdicts: WA
// @ts-nocheck
export const solve = new Proxy(() => 1, { apply: () => ({ kind: 'returned', verdict: 'AC', accepted: true }) });
