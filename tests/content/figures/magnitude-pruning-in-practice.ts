import { llama3 } from '../known.ts';

/** Two kernels; three weights have magnitude 0.3, and one is zero already. */
export const kernels = [
  [2, -0.9, 0.3, -0.1, 0.3],
  [0.06, -0.02, 0.3, 0, -0.05],
] as const;
const all = kernels.flat();

type Rule = (weight: number, kernel: readonly number[]) => boolean;
const goes = (rule: Rule) => kernels.map((kernel) => kernel.filter((weight) => rule(weight, kernel)).length);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const largest = (kernel: readonly number[]) => Math.max(...kernel.map(Math.abs));

/** How many go where 0.3 is read so. */
export const readings = {
  below: sum(goes((weight) => Math.abs(weight) < 0.3)),
  atMost: sum(goes((weight) => Math.abs(weight) <= 0.3)),
  signed: sum(goes((weight) => weight < 0.3)),
  ofLargest: sum(goes((weight, kernel) => Math.abs(weight) < 0.3 * largest(kernel))),
  share: Math.round(0.3 * all.length),
};

/** The `count` smallest of a list; of equals those that come first. */
const smallest = (weights: readonly number[], count: number) =>
  weights
    .map((weight, place) => ({ size: Math.abs(weight), place }))
    .toSorted((a, b) => a.size - b.size)
    .slice(0, count);

const count = Math.round(0.6 * all.length);
const went = smallest(all, count);
export const globally = [
  went.filter(({ place }) => place < kernels[0].length).length,
  went.filter(({ place }) => place >= kernels[0].length).length,
];
export const layerByLayer = kernels.map((kernel) =>
  smallest(kernel, Math.round(0.6 * kernel.length)).map(({ size }) => size),
);
/** The largest that goes and the smallest that stays, where half of them go. */
const half = smallest(all, all.length / 2);
const largestGone = half.at(-1)?.size ?? Number.NaN;
export const smallestLeft = smallest(all, all.length).at(all.length / 2)?.size ?? Number.NaN;
const belowLargestGone = all.filter((weight) => Math.abs(weight) < largestGone).length;

/** Φ by adding up the density, and what follows from it. */
function normalBelow(x: number): number {
  const steps = 20_000;
  const width = x / steps;
  let area = 0;
  for (let i = 0; i < steps; i += 1) area += density((i + 0.5) * width) * width;
  return 0.5 + area;
}
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const magnitudeBelow = (t: number, deviation: number) =>
  t / deviation > 10 ? 1 : 2 * normalBelow(t / deviation) - 1;
function solve(f: (x: number) => number, wanted: number, [low, high]: [number, number]): number {
  const middle = (low + high) / 2;
  if (high - low < 1e-9) return middle;
  return solve(f, wanted, f(middle) < wanted ? [middle, high] : [low, middle]);
}

/** Of 2²⁴ normal weights in bfloat16, with a deviation of 0.02: how many have the median's magnitude. */
const median = 0.02 * solve((t) => magnitudeBelow(t, 1), 0.5, [0, 2]);
/** Eight bits of mantissa, the first of them not stored. */
const spacing = 2 ** (Math.floor(Math.log2(median)) - 7);
const matrix = 4096 ** 2;
const tied = ((2 * density(median / 0.02)) / 0.02) * spacing;

/** Normal weights rounded to whole steps of half a deviation: the share within so many steps. */
const withinSteps = (steps: number) => magnitudeBelow((steps + 0.5) * 0.5, 1);

/** Two layers as large as each other, the second a tenth in scale: what share of each goes. */
const scales = [1, 0.1] as const;
export function shares(target: number): [number, number] {
  const lost = (t: number) => scales.map((scale) => magnitudeBelow(t, scale)) as [number, number];
  return lost(solve((t) => sum(lost(t)) / 2, target, [0, 5]));
}
const floor = 0.05;

const prunable = 32 * (2 * 4096 ** 2 + 2 * 4096 * 1024 + 3 * 4096 * 14_336);
const gains = 65 * 4096;

/** SGD, w ← w − 0.1 v, v ← 0.9 v + g: a weight cut to zero with v = −0.5, where the loss is 0.05 (w − 1)². */
export function moved(steps: number, what: 'nothing' | 'gradients' | 'weights'): number {
  let weight = 0;
  let velocity = -0.5;
  for (let step = 0; step < steps; step += 1) {
    velocity = 0.9 * velocity + (what === 'gradients' ? 0 : 0.1 * (weight - 1));
    weight -= 0.1 * velocity;
    if (what === 'weights') weight = 0;
  }
  return weight;
}
/** Adam without a gradient from now on, moments alike: in learning rates. */
function adamCoasts(): number {
  let [first, second, way] = [1, 1, 0];
  for (let step = 0; step < 2000; step += 1) {
    first *= 0.9;
    second *= 0.999;
    way += first / Math.sqrt(second);
  }
  return way;
}

const cubic = (final: number, progress: number) => final * (1 - (1 - progress) ** 3);
const rounds = Math.ceil(Math.log(0.1) / Math.log(0.8));

const gigabytes = (bits: number) => (prunable * bits) / 8 / 1e9;
/** Bitmap and values cost 1 + b(1 − s) bits: nothing is gained up to this sparsity. */
const worthwhile = (bits: number) => 1 / bits;

export const figures: [number, number][] = [
  ...Object.values(readings).map((value): [number, number] => [value, 0]),
  [count, 0],
  [count - 1, 0],
  [(count / all.length) * 100, 0],
  [(readings.below / all.length) * 100, 0],
  [(readings.atMost / all.length) * 100, 0],
  [largestGone, 1],
  [belowLargestGone, 0],
  [Math.round((tied * matrix) / 100) * 100, 0],
  [tied * 100, 2],
  ...[0, 1, 2].map((steps): [number, number] => [withinSteps(steps) * 100, 1]),
  ...[0.5, 0.7, 0.9].flatMap((target) => shares(target).map((share): [number, number] => [share * 100, 1])),
  [(1 - floor) * 100, 0],
  [(2 * 0.9 - (1 - floor)) * 100, 0],
  [(prunable / llama3.parameters) * 50, 1],
  [(llama3.parameters / prunable) * 50, 1],
  [(gains / llama3.parameters) * 100, 3],
  [(1 - 0.5 ** 2) * 100, 0],
  ...[1, 10, 100].flatMap((steps): [number, number][] => [
    [moved(steps, 'nothing'), 3],
    [moved(steps, 'gradients'), 3],
    [moved(steps, 'weights'), 0],
  ]),
  [adamCoasts(), 0],
  ...[0.1, 0.25, 0.5, 0.75].map((progress): [number, number] => [cubic(0.9, progress) * 100, 1]),
  [rounds, 0],
  [gigabytes(16), 1],
  [3 * gigabytes(16), 1],
  [gigabytes(1), 2],
  [worthwhile(16) * 100, 2],
  [worthwhile(4) * 100, 0],
  [1 + 16 * 0.5, 0],
];

/** Rows of tables, so that no figure changes in one place and is found in another. */
const share = (value: number, sign: string) => `${(value * 100).toFixed(1)}${sign}`;
const layerRows = (sign: string) =>
  [0.5, 0.7, 0.9].map(
    (target) =>
      `| ${shares(target)
        .map((lost) => share(lost, sign))
        .join(' | ')} |`,
  );
const steppedRows = [1, 10, 100].map(
  (steps) =>
    `| ${steps} | ${moved(steps, 'nothing').toFixed(3)} | ${moved(steps, 'gradients').toFixed(3)} | 0 |`,
);
const schedule = [0.1, 0.25, 0.5, 0.75].map((progress) => (cubic(0.9, progress) * 100).toFixed(1));

const products = [String(0.29 * 100), String(0.07 * 100)];
export const phrases = {
  en: [
    ...products,
    ...layerRows(' %'),
    ...steppedRows,
    `${schedule.slice(0, 3).join(', ')} and ${schedule[3]} %`,
    `${(matrix / 1e6).toFixed(1)} million normal weights`,
    `${(prunable / 1e9).toFixed(2)} of ${(llama3.parameters / 1e9).toFixed(2)} billion`,
  ],
  zh: [
    ...products,
    ...layerRows('%'),
    ...steppedRows,
    schedule.map((value) => `${value}%`).join('、'),
    `${Number((matrix / 1e4).toPrecision(3)).toLocaleString('en-US')} 万个正态权重`,
    `${(llama3.parameters / 1e8).toFixed(1)} 亿个权重里，线性层占 ${(prunable / 1e8).toFixed(1)} 亿`,
  ],
};

export const answers = {
  'whole-model': ((0.6 * 7) / 8) * 100,
  'coasting-weight': moved(2, 'gradients'),
  'half-way': cubic(0.8, 0.5) * 100,
};
