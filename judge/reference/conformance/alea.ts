/** The random numbers of tfjs's seeds: Alea by Johannes Baagøe, and normal ones by Marsaglia's polar method. */

const toUnit = 2.3283064365386963e-10;

export function alea(seed: string): () => number {
  const mash = masher();
  let states = [mash(' '), mash(' '), mash(' ')].map((state) => {
    const rest = state - mash(seed);
    return rest < 0 ? rest + 1 : rest;
  });
  let carry = 1;
  return () => {
    const [first = 0, ...others] = states;
    const sum = 2091639 * first + carry * toUnit;
    carry = sum | 0;
    states = [...others, sum - carry];
    return sum - carry;
  };
}

function masher(): (text: string) => number {
  let n = 0xefc8249d;
  return (text) => {
    for (let i = 0; i < text.length; i++) {
      n += text.charCodeAt(i);
      let h = 0.02519603282416938 * n;
      n = h >>> 0;
      h -= n;
      h *= n;
      n = h >>> 0;
      h -= n;
      n += h * 2 ** 32;
    }
    return (n >>> 0) * toUnit;
  };
}

/** Two at a time. */
export function polar(random: () => number, count: number): number[] {
  const values: number[] = [];
  while (values.length < count) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const s = x * x + y * y;
    if (s >= 1 || s === 0) continue;
    const factor = Math.sqrt((-2 * Math.log(s)) / s);
    values.push(x * factor, y * factor);
  }
  return values.slice(0, count);
}
