import { h100 } from '../known.ts';

/** Llama-3-8B in bf16: 32 layers of width 4,096, 32 heads of 128 over 8 of keys and values. */
const parameters = 8_030_261_248;
const weights = 2 * parameters;
const cacheOfToken = 2 * 32 * 8 * 128 * 2;
const { bandwidth, bf16: peak } = h100;
const ridge = peak / bandwidth;

/** Operations for each byte of a product of tokens with a square matrix of that width, activations in and out counted. */
const intensity = (tokens: number, width = 4096, bytes = 2) =>
  (2 * tokens * width ** 2) / (bytes * width ** 2 + 2 * tokens * 2 * width);
const tokensAtRidge = (width: number) => ridge / (1 - (ridge * 2) / width);

const linear = (tokens: number) => Math.max(weights / bandwidth, (2 * parameters * tokens) / peak);
const caches = (batch: number, context: number) => (batch * context * cacheOfToken) / bandwidth;
const step = (batch: number, context: number) => linear(batch) + caches(batch, context);
const perSecond = (batch: number, context: number) => batch / step(batch, context);
const fits = (context: number) => Math.floor((80e9 - weights) / (context * cacheOfToken));

const attention = (batch: number, context: number) => 4 * 32 * 4096 * context * batch;
const used = (batch: number, context: number) =>
  ((2 * parameters * batch + attention(batch, context)) / step(batch, context) / peak) * 100;

/** Context at which reading its cache takes as long as the arithmetic of its next token. */
const criticalContext = (active: number, cache: number) => ((2 * active) / peak) * (bandwidth / cache);

const prompt = 2048;
const prefill = (2 * parameters * prompt) / peak;
const promptAttention = (2 * 32 * prompt ** 2 * 4096) / peak;
const flash = (2 * prompt ** 2 * 4096) / (2 * prompt * (2 * 4096 + 2 * 1024));
/** Scores written and read, probabilities written and read, in 16 bits for 32 heads. */
const pair = { operations: 4 * 4096, bytes: 4 * 2 * 32 };

export const figures: [number, number][] = [
  [ridge, 0],
  [312 / 2.039, 0],
  [989 / 4.8, 0],
  [h100.fp8 / bandwidth, 0],
  [(1 / ridge) * 100, 2],
  [tokensAtRidge(4096), 0],
  [intensity(prompt), 0],
  [ridge / 4, 0],
  [intensity(295), 0],
  [32 / 8, 0],
  [64 / 8, 0],
  [(2 * 128 * (576 + 512)) / (2 * 576), 0],
  [((128_256 * 4096) / parameters) * 100, 0],
  [weights / 1e9, 2],
  [(weights / bandwidth) * 1e3, 2],
  [(1024 * cacheOfToken) / 1e6, 0],
  ...[1, 16, 64, 256].flatMap((batch): [number, number][] => [
    [step(batch, 1024) * 1e3, 1],
    [perSecond(batch, 1024), 0],
    [used(batch, 1024), 1],
  ]),
  ...[1, 16, 59].flatMap((batch): [number, number][] => [
    [step(batch, 8192) * 1e3, 1],
    [perSecond(batch, 8192), 0],
    [used(batch, 8192), 1],
  ]),
  [fits(1024), 0],
  [fits(8192), 0],
  [criticalContext(parameters, cacheOfToken), 0],
  [criticalContext(6_738_415_616, 2 * 32 * 32 * 128 * 2), 0],
  [criticalContext(70_553_706_496, 2 * 80 * 8 * 128 * 2), 0],
  [criticalContext(37e9, (512 + 64) * 61 * 2), 0],
  [prefill * 1e3, 1],
  [promptAttention * 1e3, 1],
  [peak / (2 * parameters), 0],
  [flash, 0],
  [pair.operations, 0],
  [pair.bytes, 0],
  [pair.operations / pair.bytes, 0],
  [used(fits(1024), 1024), 0],
  [((2 * parameters) / peak) * 1e6, 0],
  [((1024 * cacheOfToken) / bandwidth) * 1e6, 0],
  [(4.8 / 3.35 - 1) * 100, 0],
  [(150 * 16.06) / 1e3, 2],
  [1 / (weights / bandwidth), 0],
  [ridge / 5, 0],
  [peak / (2 * parameters) / perSecond(1, 1024), 0],
];

export const answers: Record<string, number> = {
  'least-step': weights / bandwidth,
  'int4-on-a100': 312 / 2.039 / 4,
  'bandwidth-used': ((150 * 16.06) / 3350) * 100,
};
