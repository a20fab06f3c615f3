import { h100, llama3, reached } from '../known.ts';

/** Mixtral 8x7B: 8 experts of three matrices, two of them active; grouped-query attention; two embeddings. */
const width = 4096;
const layers = 32;
const expert = 3 * width * 14_336;
const attention = 2 * width * width + 2 * width * llama3.kvHeads * llama3.headDim;
const others = layers * (attention + 8 * width + 2 * width) + width + 2 * 32_000 * width;
const total = others + layers * 8 * expert;
const active = others + layers * 2 * expert;

/** How many of `experts` at least one of `tokens` chooses, if all choices are alike. */
const touched = (experts: number, chosen: number, tokens: number) =>
  experts * (1 - (1 - chosen / experts) ** tokens);

/** One byte a weight on an H100, by the roofline, no cache. */
const bytesRead = (tokens: number) => others + layers * touched(8, 2, tokens) * expert;
const stepMs = (bytes: number) => (bytes / h100.bandwidth) * 1e3;
const busyFrom = (read: number, computed: number) => ((read / h100.bandwidth) * h100.fp8) / (2 * computed);

/** Four experts, one for each of 1,000 tokens. */
const loads = [500, 300, 100, 100];
const probabilities = [0.4, 0.3, 0.2, 0.1];
const balance = 4 * loads.reduce((sum, load, i) => sum + (load / 1000) * (probabilities[i] ?? 0), 0);
const capacity = Math.floor((1.25 * 1000) / 4);
const dropped = loads.reduce((sum, load) => sum + Math.max(0, load - capacity), 0);

/** DeepSeek-V3: 8 of 256 experts in 58 of 61 layers; sent in one byte, brought back in two. */
const sent = (copies: number) => copies * 7168 * (1 + 2) * 58;
const perTokenMicros = (sent(4) / 50e9) * 1e6;
const computeMicros = ((2 * 37e9) / reached) * 1e6;
const training = 6 * 37e9 * 14.8e12;

function combinations(n: number, k: number): number {
  return Array.from({ length: k }, (_, i) => i).reduce((ways, i) => (ways * (n - i)) / (i + 1), 1);
}

export const figures: [number, number][] = [
  [expert / 1e6, 0],
  [total / 1e9, 1],
  [active / 1e9, 1],
  [others / 1e9, 1],
  [(total * 2) / 1e9, 0],
  [(active / total) * 100, 0],
  ...[1, 4, 16].flatMap((tokens): [number, number][] => [
    [touched(8, 2, tokens), 1],
    [bytesRead(tokens) / 1e9, 1],
    [stepMs(bytesRead(tokens)), 1],
    [stepMs(bytesRead(tokens)) / tokens, 2],
    [stepMs(active) / tokens, 2],
    [stepMs(total) / tokens, 2],
  ]),
  [busyFrom(total, active), 0],
  [busyFrom(active, active), 0],
  [touched(256, 8, 128), 0],
  [(2 * 4096) / 64, 0],
  [balance, 2],
  [capacity, 0],
  [dropped, 0],
  [(dropped / 1000) * 100, 1],
  [4 * capacity - (1000 - dropped), 0],
  [500 / 250, 0],
  [sent(8) / 1e6, 1],
  [sent(4) / 1e6, 1],
  [perTokenMicros, 0],
  [computeMicros, 0],
  [671 / 37, 0],
  [training / 1e24, 2],
  [training / (2.664e6 * 3600) / 1e12, 0],
  [(training / (2.664e6 * 3600) / h100.bf16) * 100, 0],
  [(64 * 3 * 2048 * 1024) / 1e6, 0],
  [combinations(16, 2), 0],
  [combinations(64, 8), 0],
];

export const answers = {
  'active-in-a-layer': (6 * 3 * 2048 * 1024) / 1e6,
  capacity: (1.25 * 2 * 4096) / 64,
};
