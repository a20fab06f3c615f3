import { h100, llama, reached } from '../known.ts';

const size = llama.width ** 2;
const megabytes = (bitsOfWeight: number) => (size * bitsOfWeight) / 8 / 1e6;

/** Bits a weight: two of four values, each with an index of 2 bits. */
const twoOfFour = (bits: number) => (2 * bits + 2 * 2) / 4;
const bitmap = (density: number) => 1 + 16 * density;
const indexed = (density: number) => (16 + 16) * density;

const read = (bitsOfWeight: number) => ((megabytes(bitsOfWeight) * 1e6) / h100.bandwidth) * 1e6;
const operations = 2 * 2048 * size;
const multiply = (rate: number) => (operations / rate) * 1e6;
/** Tokens from which on arithmetic binds: 2 operations a weight and token against the bytes of a weight. */
const ridge = (rate: number, bytesOfWeight: number) => ((rate / h100.bandwidth) * bytesOfWeight) / 2;

const overall = (share: number, speedup: number) => 1 / (1 - share + share / speedup);
const measured = 312 / 251;

const weights = [0.9, -0.5, 0.3, 0.6];
const norms = [1, 1, 8, 2];
export const scores = weights.map((weight, i) => Math.abs(weight) * (norms[i] ?? 0));
/** Squared error of the output where `dropped` are zero and inputs uncorrelated. */
const lost = (dropped: number[]) => dropped.reduce((sum, i) => sum + (scores[i] ?? 0) ** 2, 0);

/** Optimal Brain Surgeon on two inputs of unit power and correlation 0.9, dropping 0.5 beside 1. */
const correlation = 0.9;
const inverse = 1 / (1 - correlation ** 2);
const compensated = 0.5 ** 2 / inverse;
const neighbour = 1 + 0.5 * correlation;

const narrower = 3 * llama.width * (11008 - 8256) * llama.layers;

/** Llama-3.1-8B as student and as its own teacher. */
const recovery = (8 * 8.03e9 * 13e9) / reached / 3600;

export const figures: [number, number][] = [
  [megabytes(16), 2],
  [megabytes(9), 2],
  [twoOfFour(16), 0],
  [16 / twoOfFour(16), 2],
  [twoOfFour(8), 0],
  [8 / twoOfFour(8), 1],
  [twoOfFour(4), 0],
  [4 / twoOfFour(4), 2],
  [Math.log2(6), 2],
  [bitmap(0.5), 0],
  [bitmap(0.1), 1],
  [indexed(0.5), 0],
  [indexed(0.1), 1],
  [read(16), 1],
  [read(9), 1],
  [multiply(h100.bf16), 1],
  [multiply(h100.sparseBf16), 1],
  [ridge(h100.bf16, 2), 0],
  [ridge(h100.sparseBf16, 9 / 8), 0],
  [overall(0.6, 1.6), 2],
  [measured, 2],
  ...scores.map((score): [number, number] => [score, 1]),
  [lost([1, 2]), 2],
  [lost([0, 1]), 2],
  [lost([0]), 2],
  [lost([1]), 2],
  [compensated, 4],
  [neighbour, 2],
  [(narrower / llama.parameters) * 100, 0],
  [narrower / 1e9, 2],
  [((11008 - 8256) / 11008) * 100, 0],
  [8256 / 64, 0],
  [(62.16 / 63.19) * 100, 1],
  [recovery, 0],
];

export const answers = {
  'bits-of-sparse-int4': twoOfFour(4),
  'whole-prefill': overall(0.6, 1.6),
};
