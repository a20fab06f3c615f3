import { h100 } from '../known.ts';

/** Up projection of Llama-3-8B. */
const inputs = 4096;
const outputs = 14_336;
const layerUs = (tokens: number, bitsOfWeight: number, rate: number) => {
  const bytes = (inputs * outputs * bitsOfWeight) / 8 + 2 * tokens * (inputs + outputs);
  return Math.max(bytes / h100.bandwidth, (2 * tokens * inputs * outputs) / rate) * 1e6;
};
const dense = (tokens: number) => layerUs(tokens, 16, h100.bf16);
const sparse = (tokens: number) => layerUs(tokens, 9, h100.sparseBf16);

const twoOfFour = (bits: number) => (2 * bits + 2 * 2) / 4;
const pairs = (4 * 4 + 2 * 2) / 8;

/** How much faster 2:4 makes the layer at best, with weights in so many bits. */
export const atBest = (tokens: number, bits: 8 | 16) => {
  const peak = bits === 8 ? h100.fp8 : h100.bf16;
  return layerUs(tokens, bits, peak) / layerUs(tokens, twoOfFour(bits), 2 * peak);
};

const whole = (share: number, faster: number) => 1 / (1 - share + share / faster);
const needed = (wanted: number, faster: number) => (1 - 1 / wanted) / (1 - 1 / faster);

/** Products with weights and causal attention of Llama-3-8B, operations a token on average. */
const linear = 2 * 32 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 14_336);
const attention = 4 * 32 * 4096 * (8192 / 2);

function choose(m: number, n: number): number {
  return n === 0 ? 1 : (choose(m - 1, n - 1) * m) / n;
}

/** Share of the squares of normal weights that are among the `n` largest of `m`: an integral over order statistics. */
export function keptByPattern(n: number, m: number): number {
  return integral((smaller) => {
    let among = 0;
    for (let larger = 0; larger < n; larger += 1)
      among += choose(m - 1, larger) * (1 - smaller) ** larger * smaller ** (m - 1 - larger);
    return among;
  });
}

export const keptByAnyHalf = integral((smaller) => (smaller > 0.5 ? 1 : 0));

/** ∫ x² p(x) weight(F(x)) dx for the absolute value of a standard normal variable. */
function integral(weight: (smaller: number) => number): number {
  const width = 1e-4;
  let smaller = 0;
  let total = 0;
  for (let x = width / 2; x < 12; x += width) {
    const density = Math.sqrt(2 / Math.PI) * Math.exp((-x * x) / 2);
    total += x * x * density * weight(Math.min(1, smaller + (density * width) / 2)) * width;
    smaller += density * width;
  }
  return total;
}

export const rows = [
  [8, 7, 6, 1, 2, 1, 1, 1],
  [1, 2, 1, 7, 1, 8, 2, 6],
];
const squares = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0);
const largest = (values: number[], count: number) => [...values].sort((a, b) => b - a).slice(0, count);
/** Squares that 2:4 keeps with the columns in this order. */
export const keptInOrder = (order: number[]) =>
  squares(
    rows.flatMap((row) => {
      const permuted = order.map((column) => row[column] ?? 0);
      return [...largest(permuted.slice(0, 4), 2), ...largest(permuted.slice(4), 2)];
    }),
  );
export const better = [1, 2, 4, 6, 3, 5, 7, 8].map((column) => column - 1);

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const groupings = (columns: number) => factorial(columns) / (24 ** (columns / 4) * factorial(columns / 4));

const group = [0.6, -0.5, 0.45, 0.1];
const gradients = [1, -0.5, -1, 0];
export const stepped = group.map((w, i) => w - 0.1 * ((gradients[i] ?? 0) + (i < 2 ? 0 : 0.2 * w)));

export const figures: [number, number][] = [
  [twoOfFour(16), 0],
  [16 / twoOfFour(16), 2],
  [twoOfFour(8), 0],
  [8 / twoOfFour(8), 2],
  [pairs, 1],
  [4 / pairs, 2],
  ...[1, 128, 256, 512, 2048].flatMap((tokens): [number, number][] => [
    [dense(tokens), 1],
    [sparse(tokens), 1],
    [dense(tokens) / sparse(tokens), 2],
  ]),
  ...[1.3, 1.6, 2].flatMap((faster) =>
    [0.4, 0.6, 0.75, 0.85].map((share): [number, number] => [whole(share, faster), 2]),
  ),
  [(attention / (attention + linear)) * 100, 1],
  [226.02 / 180.8, 2],
  [(2 * 55) / 80, 3],
  ...[
    [2, 4],
    [4, 8],
    [8, 16],
    [6, 8],
  ].flatMap(([n = 0, m = 0]): [number, number][] => [
    [keptByPattern(n, m) * 100, 1],
    [Math.log2(choose(m, n)) / m, 2],
  ]),
  [keptByAnyHalf * 100, 1],
  [8 / 6, 2],
  [squares(rows.flat()), 0],
  [keptInOrder([0, 1, 2, 3, 4, 5, 6, 7]), 0],
  [keptInOrder(better), 0],
  [groupings(8), 0],
  [groupings(16), 0],
  [choose(4, 2) ** 4, 0],
  [stepped[0] ?? 0, 1],
  [-(stepped[1] ?? 0), 2],
  [stepped[2] ?? 0, 3],
  [stepped[3] ?? 0, 3],
];

export const answers = {
  'share-needed': needed(1.4, 1.6) * 100,
  'srste-step': stepped[2] ?? 0,
};
