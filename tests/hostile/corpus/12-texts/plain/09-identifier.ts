// tries: escapes quoted by the type checker
// verdicts: CE
const x: 'y' = '\u202e\u001b[31m‮⁦';
export const solve = () => x.𐐀z;
