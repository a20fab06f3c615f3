const effective = (sources: number, copies: number, correlation: number) =>
  (sources * copies) / (1 + (copies - 1) * correlation);

/** A generator that is right in 80 % of cases, before so many independent checkers. */
const filtered = (checkers: number) => {
  const right = 0.8 * 0.9 ** checkers;
  const wrong = 0.2 * 0.2 ** checkers;
  return { right: (right / (right + wrong)) * 100, kept: (right + wrong) * 100 };
};

/** Lehmer's generator, as the page's Python has it. */
function generator(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
}

type Example = { x: number; label: boolean };

/** Accuracy of a nearest neighbour on labels by coin toss, in per cent: split at random and by source. */
export function leak(): { random: number; bySource: number } {
  const uniform = generator();
  const sources = Array.from({ length: 200 }, () => ({ x: uniform(), label: uniform() < 0.5 }));
  const variants = sources.map(({ x, label }) =>
    Array.from({ length: 5 }, () => ({ x: x + 0.001 * uniform(), label })),
  );
  const mixed = variants
    .flat()
    .map((example) => ({ order: uniform(), example }))
    .sort((a, b) => a.order - b.order)
    .map(({ example }) => example);
  return {
    random: accuracy(mixed.slice(0, 800), mixed.slice(800)),
    bySource: accuracy(variants.slice(0, 160).flat(), variants.slice(160).flat()),
  };
}

function accuracy(train: Example[], test: Example[]): number {
  const guess = (x: number) =>
    train.reduce((best, known) => (Math.abs(known.x - x) < Math.abs(best.x - x) ? known : best)).label;
  return (test.filter(({ x, label }) => guess(x) === label).length / test.length) * 100;
}

/** Distinct ideas among the texts of each generation. */
function generations(next: (real: number[], pool: number[], made: number[]) => number[]): number[] {
  const uniform = generator();
  const real = Array.from({ length: 1000 }, (_, i) => i);
  let pool = real;
  return Array.from({ length: 20 }, () => {
    const made = Array.from({ length: 1000 }, () => pool[Math.floor(uniform() * pool.length)] ?? -1);
    pool = next(real, pool, made);
    return new Set(made).size;
  });
}

export const replaced = generations((_real, _pool, made) => made);
const besideReal = generations((real, _pool, made) => [...real, ...made]);
export const accumulated = generations((_real, pool, made) => [...pool, ...made]);

const { random, bySource } = leak();

export const figures: [number, number][] = [
  [effective(1000, 10, 0.8), 0],
  [effective(1000, 10, 0.5), 0],
  [effective(1000, 10, 0.2), 0],
  [effective(1, 10, 0.8), 2],
  [1000 / 0.8, 0],
  [(1 - 0.2 ** 4) * 100, 1],
  [filtered(1).right, 1],
  [filtered(1).kept, 0],
  [filtered(2).right, 1],
  [filtered(2).kept, 0],
  [0.3 * 1 + 0.7 * 3, 1],
  [0.3 * 4 + 0.7 * 0, 1],
  [random, 1],
  [random / 100, 3],
  [bySource, 0],
  [bySource / 100, 2],
  [(1 - 1 / 1000) ** 1000 * 100, 0],
  ...[replaced, besideReal, accumulated].flatMap((counts) =>
    [1, 2, 5, 10, 20].map((generation): [number, number] => [counts[generation - 1] ?? 0, 0]),
  ),
];

export const answers = {
  'effective-examples': effective(1000, 10, 0.8),
  'after-the-filter': filtered(1).right,
};
