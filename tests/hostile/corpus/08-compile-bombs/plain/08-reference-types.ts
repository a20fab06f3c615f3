// tries: types of Node by reference
// verdicts: CE
/// <reference types="node" />
export const solve = () => process;
