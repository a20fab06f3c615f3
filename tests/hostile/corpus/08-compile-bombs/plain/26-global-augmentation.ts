// tries: a declaration for everybody that makes the signature wrong
// verdicts: CE WA
declare global { interface Number { leaked: 1 } }
export const solve = () => 1;
