import { h100 } from '../known.ts';

/** Tokens a step where each drafted token is accepted with probability `accept`. */
const expected = (accept: number, drafted: number) => (1 - accept ** (drafted + 1)) / (1 - accept);
/** `cost`: a step of the draft model in steps of the target. */
const speedup = (accept: number, drafted: number, cost: number) =>
  expected(accept, drafted) / (1 + drafted * cost);

/** The example: target p, draft q over three tokens. */
const p = [0.5, 0.3, 0.2];
const q = [0.7, 0.2, 0.1];
const both = p.map((value, i) => Math.min(value, q[i] ?? 0));
export const accepted = both.reduce((a, b) => a + b);
const rest = p.map((value, i) => (value - (both[i] ?? 0)) / (1 - accepted));
/** How often each token comes out in the end. */
export const emitted = both.map((value, i) => value + (1 - accepted) * (rest[i] ?? 0));
export const target = p;

/** Times by the roofline for weights in bf16, no cache, in ms. */
const stepMs = (weights: number, tokens: number) =>
  Math.max((2 * weights) / h100.bandwidth, (2 * weights * tokens) / h100.bf16) * 1e3;
function atBatch(batch: number, { accept, drafted }: { accept: number; drafted: number }) {
  const plain = stepMs(7e9, batch);
  const round = stepMs(7e9, batch * (drafted + 1)) + drafted * stepMs(0.35e9, batch);
  return { plain, round, gain: (expected(accept, drafted) * plain) / round };
}
const batches = [1, 32, 64, 128, 256].map((batch) => atBatch(batch, { accept: 0.8, drafted: 4 }));

export const best = (accept: number, cost: number) => {
  const gains = Array.from({ length: 20 }, (_, drafted) => speedup(accept, drafted, cost));
  return gains.indexOf(Math.max(...gains));
};

export const figures: [number, number][] = [
  ...[0.5, 0.6, 0.7, 0.8, 0.9].flatMap((accept) =>
    [1, 2, 4, 8].map((drafted): [number, number] => [expected(accept, drafted), 2]),
  ),
  [speedup(0.8, 4, 0.05), 2],
  [speedup(0.8, 4, 0.2), 2],
  [speedup(0.5, 4, 0.2), 2],
  [accepted, 1],
  [0.5 / 0.7, 2],
  [rest[1] ?? 0, 1],
  ...batches.flatMap(({ plain, round, gain }): [number, number][] => [
    [plain, 2],
    [round, 2],
    [gain, 2],
  ]),
  [stepMs(0.35e9, 1), 2],
  [244.1 / 158.34, 2],
  [373.25 / 158.34, 2],
  [expected(0.85, 1), 2],
  [expected(0.9, 1), 2],
  [0.8 * 4, 1],
  [1 + 0.8 * 4, 1],
  [0.8 ** 4 * 100, 0],
  [Math.ceil(h100.bf16 / h100.bandwidth / 5), 0],
  [h100.bf16 / h100.bandwidth, 0],
  [expected(0.6, 3), 2],
  [0.7 ** 2, 2],
  [0.7 ** 3, 3],
  [expected(0.7, 3), 3],
  [expected(0.6, 2), 2],
  [speedup(0.6, 2, 0.25), 2],
];

export const answers = {
  'tokens-a-step': expected(0.7, 3),
  'speed-up': speedup(0.6, 2, 0.25),
};
