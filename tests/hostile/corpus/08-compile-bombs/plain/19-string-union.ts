// tries: a template type with a hundred million members
// verdicts: CE
type D = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type T = `${D}${D}${D}${D}${D}${D}${D}${D}`;
export const t: T = 'x';
export const solve = () => 1;
