import { cacheOfToken, deepseek, h100, llama3, reached } from '../known.ts';

/** Llama-3-8B: 32 query heads of 128. */
const heads = 32;
const { layers, kvHeads, headDim, parameters } = llama3;
const width = heads * headDim;

/** Operations of scores and weighted values: two products for each pair of a query and a key. */
const ofPair = 4 * width * layers;
const ofWeights = 2 * parameters;
const long = 131_072;
const attending = (ofPair * long ** 2) / 2;
const projecting = ofWeights * long;

/** One head in bf16: the scores go through memory four times, or never. */
const n = 8192;
const scores = n * n * 2;
const inputs = 4 * n * headDim * 2;
const operations = 4 * n * n * headDim;
const micros = (bytes: number) => (bytes / h100.bandwidth) * 1e6;

/** Softmax in two blocks: scores 1, 2 and then 4, values 10, 20 and 40. */
const first = { sum: Math.exp(-1) + 1, value: Math.exp(-1) * 10 + 20 };
const rescale = Math.exp(2 - 4);
const second = { sum: first.sum * rescale + 1, value: first.value * rescale + 40 };
export const inTwoBlocks = second.value / second.sum;

const intensity = (queryHeads: number, keyHeads: number) => queryHeads / keyHeads;
const { latent, rotary } = deepseek;
const latentOperations = 2 * deepseek.heads * (latent + rotary + latent);
const latentIntensity = latentOperations / ((latent + rotary) * 2);

/** Share of a full cache where one layer in `every` is global and the others keep a window. */
const hybrid = (every: number, window: number, tokens: number) =>
  (1 / every + ((1 - 1 / every) * window) / tokens) * 100;

/** A matrix of keys by values for each head, in float32. */
const state = heads * headDim * headDim * 4;
const ofLayer = cacheOfToken({ layers: 1, kvHeads, headDim });

const kvProjections = (keyHeads: number) => (2 * width * keyHeads * headDim) / 1e6;

export const figures: [number, number][] = [
  [ofPair, 0],
  [ofWeights / 1e9, 1],
  [(attending / (attending + projecting)) * 100, 0],
  [(attending + projecting) / reached, 0],
  [projecting / reached, 0],
  [scores / 1e6, 0],
  [(4 * scores) / 1e6, 0],
  [inputs / 1e6, 1],
  [micros(4 * scores), 0],
  [micros(inputs), 1],
  [(operations / h100.bf16) * 1e6, 1],
  [(scores * heads) / 1e9, 1],
  [inputs / 2 / 1e6, 1],
  [first.sum, 3],
  [first.value, 2],
  [rescale, 3],
  [second.sum, 3],
  [second.value, 2],
  [inTwoBlocks, 2],
  [cacheOfToken({ layers, kvHeads: 32, headDim }) / 1024, 0],
  [cacheOfToken({ layers, kvHeads: 8, headDim }) / 1024, 0],
  [cacheOfToken({ layers, kvHeads: 1, headDim }) / 1024, 0],
  [kvProjections(32), 1],
  [kvProjections(8), 1],
  [kvProjections(1), 1],
  [intensity(32, 8), 0],
  [latentIntensity, 0],
  [h100.bf16 / h100.bandwidth, 0],
  [latentOperations / (4 * deepseek.heads * headDim), 2],
  [hybrid(6, 1024, long), 1],
  [state / 1e6, 1],
  [state / ofLayer, 0],
  [1.51 / 0.28, 1],
  [(3 / 4) * 100, 0],
];

/** Where both cost the same, over a causal prompt. */
const even = (2 * ofWeights) / ofPair;

export const phrases = {
  en: [`${(even / 1e3).toFixed(0)} thousand tokens`, `$n \\approx$ ${(even / 1e3).toFixed(0)} thousand`],
  zh: [`约 ${(even / 1e4).toFixed(1)} 万 token`, `$n \\approx$ ${(even / 1e4).toFixed(1)} 万`],
};

export const answers = {
  'window-cache': hybrid(6, 1024, 32_768),
  'operations-a-byte': intensity(48, 8),
};
