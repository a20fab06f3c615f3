// tries: the sandbox's own module by its name
// verdicts: CE RTE
// @ts-nocheck
import * as s from 'sandbox';
export const solve = () => Object.keys(s).length;
