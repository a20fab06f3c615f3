/**
 * Uniform numbers on [0, 1) with 32 random bits: the generator sfc32 (Chris Doty-Humphrey, PractRand), its state filled
 * from the seed by splitmix32 and its first twelve outputs dropped. The same seed gives the same numbers everywhere.
 */
export function seededRandom(seed: number): () => number {
  let fill = seed >>> 0;
  const next = () => {
    fill = (fill + 0x9e3779b9) | 0;
    let z = fill ^ (fill >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
  let [a, b, c, counter] = [next(), next(), next(), 1];
  const random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) random();
  return random;
}
