import { llama, reached } from '../known.ts';

const clamp = (value: number, top: number) => Math.max(-top, Math.min(top, value));
const quantized = (value: number, scale: number, bits: number) =>
  clamp(Math.round(value / scale), 2 ** (bits - 1) - 1) * scale;

/** Two channels in 4 bits: one scale for both against one each. */
const quiet = [0.1, -0.4, 0.7];
const shared = 8 / 7;
const error = (values: number[], scale: number) =>
  values.reduce((sum, value) => sum + (value - quantized(value, scale, 4)) ** 2, 0);

/** Mean square error of a standard normal variable, symmetric, clipped at `clip`: the midpoint rule. */
export function normalError(bits: number, clip: number): number {
  const scale = clip / (2 ** (bits - 1) - 1);
  const step = 1e-4;
  let total = 0;
  for (let x = step / 2; x < 10; x += step)
    total += (x - quantized(x, scale, bits)) ** 2 * Math.exp(-x * x * 0.5) * step;
  return (2 * total) / Math.sqrt(2 * Math.PI);
}

/** A step of gradient descent through the straight-through estimator on half the squared error. */
function straightThrough(
  w: number,
  { scale, x, target, rate }: Record<'scale' | 'x' | 'target' | 'rate', number>,
) {
  const gradient = (quantized(w, scale, 4) * x - target) * x;
  return w - rate * gradient;
}
const text = { scale: 0.25, x: 1, target: 0.75, rate: 0.1 };
const asked = { scale: 0.5, x: 2, target: 3, rate: 0.1 };

const bitsWithScale = (bits: number, extra: number, group: number) => bits + extra / group;
const hours = (perToken: number) => (perToken * llama.parameters * 1e9) / reached / 3600;

export const figures: [number, number][] = [
  [shared, 2],
  [error(quiet, shared), 3],
  [error(quiet, 0.1), 0],
  ...[2, 2.5, 3, 4, 5].flatMap((clip): [number, number][] => [
    [normalError(4, clip) * 1e3, 1],
    [normalError(8, clip) * 1e3, 3],
  ]),
  [text.scale * 2, 1],
  [straightThrough(0.62, text), 3],
  [straightThrough(0.62, text) / text.scale, 2],
  [0.62 / text.scale, 2],
  [quantized(straightThrough(0.62, text), text.scale, 4), 2],
  [1.1 / asked.scale, 1],
  [straightThrough(1.1, asked) / asked.scale, 1],
  [quantized(straightThrough(1.1, asked), asked.scale, 4), 1],
  [bitsWithScale(4, 16, 4096), 3],
  [bitsWithScale(4, 16, 128), 3],
  [bitsWithScale(4, 8, 32), 2],
  [bitsWithScale(4, 8, 16), 1],
  [448 / 127, 2],
  [448 / 127 / 2, 2],
  [2 ** 8 * 2 ** -3, 0],
  [hours(6), 0],
  [hours(8), 0],
  [(llama.parameters * 16) / 1e9, 0],
];

export const answers = {
  'bits-with-zero-point': bitsWithScale(4, 16 + 4, 64),
  'straight-through-step': straightThrough(1.1, asked),
};
