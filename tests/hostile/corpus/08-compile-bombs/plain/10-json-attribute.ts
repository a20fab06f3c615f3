// tries: a file of the host with an import attribute
// verdicts: CE
// @ts-nocheck
import data from '/etc/hostname' with { type: 'json' };
export const solve = () => data;
