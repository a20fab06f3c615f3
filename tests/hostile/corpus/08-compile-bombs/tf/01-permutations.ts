// tries: a type with ten factorial members
// verdicts: CE
type P<U, V = U> = [U] extends [never] ? [] : U extends V ? [U, ...P<Exclude<V, U>>] : never;
type X = P<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9>;
export const x: X = 1;
export const solve = () => 1;
