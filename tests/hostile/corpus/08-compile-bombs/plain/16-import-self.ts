// tries: a module that imports itself
// verdicts: CE
// @ts-nocheck
import * as me from './solution.ts';
export const solve = () => me;
