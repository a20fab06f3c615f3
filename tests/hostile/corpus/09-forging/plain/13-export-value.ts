// tries: an export that is no function
// verdicts: RTE CE
// @ts-nocheck
let n = 0;
export { n as solve };
