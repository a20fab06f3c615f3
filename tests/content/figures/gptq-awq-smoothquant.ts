import { h100, llama } from '../known.ts';

/** Squared error of the output for two weights, inputs of unit power and this correlation. */
const harm = ([a, b]: [number, number], correlation: number) => a * a + b * b + 2 * correlation * a * b;
/** What the second weight is moved to when the first is rounded to whole numbers. */
const moved = (first: number, second: number, correlation: number) =>
  second + (first - Math.round(first)) * correlation;
const nearest = harm([Math.round(1.4) - 1.4, Math.round(2.3) - 2.3], 0.8);
const repaired = harm([Math.round(1.4) - 1.4, Math.round(moved(1.4, 2.3, 0.8)) - 2.3], 0.8);

const scaled = (weight: number, s: number) => Math.round(weight * s) / s;

/** A product of two terms in int8: one scale for the token, one for the output channel. */
function int8Terms(x: [number, number], w: [number, number]): [number, number] {
  const round = (values: [number, number]) => {
    const step = Math.max(...values.map(Math.abs)) / 127;
    return [Math.round(values[0] / step) * step, Math.round(values[1] / step) * step] as const;
  };
  const [x1, x2] = round(x);
  const [w1, w2] = round(w);
  return [x1 * w1, x2 * w2];
}
const plain = int8Terms([100, 0.6], [0.2, 0.9])[1];
const smooth = int8Terms([10, 0.6], [2, 0.9])[1];
const smoothing = (x: number, w: number, alpha: number) => x ** alpha / w ** (1 - alpha);

const weights = 7e9;
const int4 = 4 + 16 / 128;
/** Time of a step by the roofline, in ms: weights read once, two operations a weight and token. */
const stepMs = (bits: number, rate: number, tokens: number) =>
  Math.max(((weights * bits) / 8 / h100.bandwidth) * 1e3, ((2 * weights * tokens) / rate) * 1e3);
const crossing = ((1 / h100.bandwidth) * h100.bf16) / 2;

export const figures: [number, number][] = [
  [0.4 ** 2, 2],
  [0.3 ** 2, 2],
  [0.7 ** 2, 2],
  [nearest, 3],
  [moved(1.4, 2.3, 0.8), 2],
  [repaired, 3],
  [moved(2.4, 1.2, 0.5), 1],
  [(llama.width ** 2 * 4) / 1e6, 0],
  [(11008 ** 2 * 4) / 1e6, 0],
  [scaled(0.4, 2), 1],
  [Math.abs(scaled(0.4, 1) - 0.4) * 10, 0],
  [Math.abs(scaled(0.4, 2) - 0.4) * 10, 0],
  [100 / 127, 3],
  [10 / 127, 3],
  [0.6 * 0.9, 2],
  [plain, 3],
  [smooth, 3],
  [(plain / 0.54 - 1) * 100, 0],
  [(smooth / 0.54 - 1) * 100, 0],
  [smoothing(100, 1, 0.5), 0],
  [smoothing(64, 0.25, 0.5), 0],
  [100 / Math.sqrt(4096), 2],
  ...[1, 64, 128, 256, 1024].flatMap((tokens): [number, number][] => [
    [stepMs(16, h100.bf16, tokens), 2],
    [stepMs(int4, h100.bf16, tokens), 2],
    [stepMs(8, h100.fp8, tokens), 2],
  ]),
  [crossing, 0],
];

export const answers = {
  'moved-weight': moved(2.4, 1.2, 0.5),
  'smoothing-factor': smoothing(64, 0.25, 0.5),
};
