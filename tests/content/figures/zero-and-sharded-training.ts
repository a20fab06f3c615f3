import { reached } from '../known.ts';

/** Llama-3-8B: 32 layers of width 4,096, 14,336 inside, keys and values 1,024, 128,256 tokens; Adam in mixed precision. */
const parameters = 8_030_261_248;
const width = 4096;
const layers = 32;
const ofLayer = 2 * width * width + 2 * width * 1024 + 3 * width * 14336 + 2 * width;
const vocabulary = 128_256;
const [nvlink, network, host, hostMemory] = [450e9, 50e9, 50e9, 300e9];
const tokens = 8192;

/** Bytes a parameter on each of n GPUs, by stage; 0 is plain data parallelism. */
const bytes = [() => 16, (n: number) => 4 + 12 / n, (n: number) => 2 + 14 / n, (n: number) => 16 / n];

/** What each GPU sends when it passes on all weights or gradients in 16 bits once: gather or scatter. */
const once = (n: number) => ((n - 1) / n) * 2 * parameters;
const sent = (times: number, n = 8) => times * once(n);
const compute = (6 * parameters * tokens) / reached;

/** Kept for a token in a layer, in units of the width: norms in and out, q, k and v, attention, gate, up, product. */
const kept = 2 * (1 + 1 + 1 + 0.5 + 1 + 1 + 1 + 3.5 + 3.5 + 3.5);
const activations = kept * width * tokens * layers;
const checkpoints = 2 * width * tokens * layers;

const offload = (2 * parameters) / host;
const update = (28 * parameters) / hostMemory;
const hybrid = (2 * (7 / 8) * 2 * parameters) / 8;

export const figures: [number, number][] = [
  [parameters / 1e9, 2],
  ...bytes.flatMap((stage): [number, number][] => [
    ...(stage(8) === 16
      ? []
      : [[stage(8), stage(8) % 1 === 0 ? 0 : stage(8) === 5.5 ? 1 : 2] as [number, number]]),
    [(stage(8) * parameters) / 1e9, 1],
    [(stage(64) * parameters) / 1e9, 1],
  ]),
  [ofLayer / 1e6, 0],
  [(2 * ofLayer) / 1e6, 0],
  [once(8) / 1e9, 1],
  [sent(2) / 1e9, 1],
  [sent(3) / 1e9, 1],
  [(sent(2) / network) * 1e3, 0],
  [(sent(3) / network) * 1e3, 0],
  [(sent(2) / nvlink) * 1e3, 0],
  [(sent(3) / nvlink) * 1e3, 0],
  [sent(8 + 1) / 1e9, 0],
  [sent(3 * 8) / 1e9, 0],
  [compute, 1],
  [kept, 0],
  [kept * width, 0],
  [activations / 1e9, 1],
  [checkpoints / 1e9, 1],
  [(kept * width * tokens) / 1e9, 1],
  [(4 * vocabulary * tokens) / 1e9, 1],
  [100 / 3, 0],
  [offload, 2],
  [update, 2],
  [2 * offload + update, 1],
  [(4 * parameters) / 1e9, 1],
  [(12 * parameters) / 1e9, 1],
  [((2 * offload + update) / (8 * compute)) * 100, 0],
  [((2 * offload + update) / compute) * 100, 0],
  [hybrid / 1e9, 1],
  [(hybrid / network) * 1e3, 0],
  [sent(3, 64) / 1e9, 1],
  [(sent(3, 64) / network) * 1e3, 0],
  [(10 * parameters) / 1e9, 1],
  [(18 * parameters) / 1e9, 1],
];

export const answers: Record<string, number> = {
  'zero-2-memory': (2 + 14 / 8) * 7,
  'zero-3-traffic': 3 * (63 / 64) * 2 * 13,
};
