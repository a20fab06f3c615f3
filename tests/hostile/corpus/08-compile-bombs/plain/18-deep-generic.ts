// tries: a type that instantiates itself without end
// verdicts: CE
type D<T> = { x: D<[T, T]>; y: D<{ t: T }> };
type F<T, N extends unknown[] = []> = N['length'] extends 999 ? N : F<T, [...N, T]>;
export const a: F<F<F<1>>> = 1;
export const solve = () => 1;
