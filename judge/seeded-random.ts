/** Chance that repeats itself, in the isolate and in a browser's worker. Imports nothing. */

/** Every test has its own; the samples come first, so in a browser they have the same. */
export function seedOfTest(seed: number, index: number): number {
  return seed * 2 ** 20 + index;
}

/** Makes `Math.random` repeat itself for a seed: sfc32 by Chris Doty-Humphrey (PractRand), 53 bits a number. */
export function seedRandom(seed: number): void {
  let [a, b, c, d] = [seed | 0, (seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i += 1) next();
  const random = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
  Object.defineProperty(Math, 'random', { value: random, writable: true, configurable: true });
}
