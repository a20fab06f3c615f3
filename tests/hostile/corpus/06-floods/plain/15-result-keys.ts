// tries: to have the judge make objects of which each has a key of its own, and a shape with it
// verdicts: MLE OLE TLE
// shipped: OLE
export const solve = () => Array.from({ length: 2.5e5 }, (_, n) => ({ [`k${n}`]: 0 }));
