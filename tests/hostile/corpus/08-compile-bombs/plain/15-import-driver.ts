// tries: the driver, to replace it
// verdicts: CE
// @ts-nocheck
import * as d from './include/driver.ts';
export const solve = () => d;
