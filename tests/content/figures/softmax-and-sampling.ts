import { h100, llama3 } from '../known.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

export function logSumExp(logits: number[]): number {
  const max = Math.max(...logits);
  return max + Math.log(sum(logits.map((x) => Math.exp(x - max))));
}

export function softmax(logits: number[], temperature = 1): number[] {
  const scaled = logits.map((x) => x / temperature);
  const lse = logSumExp(scaled);
  return scaled.map((x) => Math.exp(x - lse));
}

/** How many of a falling list stay: the shortest beginning that reaches `topP`. */
export function staying(probabilities: number[], topP: number): number {
  let reached = 0;
  for (const [i, p] of probabilities.entries()) {
    reached += p;
    if (reached >= topP) return i + 1;
  }
  return probabilities.length;
}

const normalised = (weights: number[]) => weights.map((w) => w / sum(weights));

type Settings = { temperature?: number; topK?: number; topP?: number };
/** Temperature, top-k, softmax, top-p, normalised: of logits from the largest on. */
export function filtered(logits: number[], { temperature = 1, topK, topP = 1 }: Settings): number[] {
  const p = softmax(logits.slice(0, topK), temperature);
  return normalised(p.slice(0, topP === 1 ? p.length : staying(p, topP)));
}

/** The first token at which the running sum exceeds `uniform`. */
export function drawn(probabilities: number[], uniform: number): number {
  let reached = 0;
  for (const [i, p] of probabilities.entries()) {
    reached += p;
    if (reached > uniform) return i;
  }
  return probabilities.length - 1;
}

/** The example. */
export const logits = [4, 3, 2, 1, 0];
const topP = 0.9;
const atOne = softmax(logits);
const atTwo = softmax(logits, 2);
const ofThree = softmax(logits.slice(0, 3));
export const both = filtered(logits, { topK: 3, topP });
export const topPFirst = normalised(atOne.slice(0, Math.min(3, staying(atOne, topP))));
/** As with llama.cpp's default: cut first, then divided by the temperature. */
export const temperatureLast = softmax(logits.slice(0, staying(atOne, topP)), 2);
export const hot = filtered(logits, { temperature: 2, topP });
export const cold = filtered(logits, { temperature: 0.5, topP });

/** The draft of the example is the target with half the logits. */
const draft = logits.map((x) => x / 2);
const accepted = (p: number[], q: number[]) => sum(q.map((value, i) => Math.min(value, p[i] ?? 0)));
export const acceptance = {
  plain: accepted(softmax(logits), softmax(draft)),
  targetOnly: accepted(both, softmax(draft)),
  alike: accepted(both, filtered(draft, { topK: 3, topP })),
  greedyTarget: accepted([1], softmax(draft)),
};

/** Where e to the x rounds to infinity and to 0: exponents of two. */
const ends = { float16: [16], float32: [128, -150], float64: [1024, -1075] };

/** Ones added one after the other in a float with so many significant bits: no further than this. */
const stopsAt = (significant: number) => 2 ** significant;
const terms = 8192;
/** Neighbours between 16 and 32 in bfloat16. */
const spacing = 2 ** (4 - 7);

const atEdge = [1000, 0, 0, 0];
const mean = sum(atEdge) / atEdge.length;

/** Bytes of logits in float32, and what a radix sort moves: four passes, key and 8-byte index read and written. */
const vocabulary = 128_256;
const sequences = 64;
const pass = sequences * vocabulary * 4;
const sorted = sequences * vocabulary * 4 * 2 * (4 + 8);
const stepMs = ((2 * llama3.parameters) / h100.bandwidth) * 1e3;
const milliseconds = (bytes: number) => (bytes / h100.bandwidth) * 1e3;
const drafted = 4;

/** At 500 tokens, each of which comes from the tail once in a thousand. */
const derailed = 1 - (1 - 0.001) ** 500;

/** The statement's example: teacher (1, 0) after its temperature, the student says nothing. */
const teacher = softmax([2, 0], 2);
const entropy = -sum(teacher.map((p) => p * Math.log(p)));
const cross = -sum(teacher.map((p) => p * Math.log(0.5)));

export const figures: [number, number][] = [
  ...Object.values(ends).flatMap((exponents) =>
    exponents.map((exponent): [number, number] => [Math.abs(exponent) * Math.LN2, 2]),
  ),
  [mean, 0],
  [1000 - mean, 0],
  [1e-7 * 100, 5],
  [logSumExp([0, 1, 2]), 2],
  [Math.LN2, 3],
  [-Math.log(1e-8), 1],
  ...softmax([0, Math.log(3)]).map((p): [number, number] => [p, 2]),
  [stopsAt(11), 0],
  [stopsAt(8), 0],
  [terms, 0],
  [terms / stopsAt(11), 0],
  [terms / stopsAt(8), 0],
  [spacing, 3],
  [(Math.exp(spacing / 2) - 1) * 100, 1],
  ...[atOne, atTwo, ofThree, both, hot, cold, topPFirst, temperatureLast].flatMap((all) =>
    all.map((p): [number, number] => [p, 3]),
  ),
  ...softmax(logits, 0.5)
    .slice(0, 2)
    .map((p): [number, number] => [p, 3]),
  [both.length, 0],
  [sum(ofThree.slice(0, both.length)), 3],
  [hot.length, 0],
  [(both[1] ?? 0) * 100, 0],
  ...Object.values(acceptance).map((share): [number, number] => [share, 2]),
  [pass / 1e6, 1],
  [milliseconds(pass) * 1e3, 1],
  [stepMs, 2],
  [sorted / pass, 0],
  [sorted / 1e6, 0],
  [milliseconds(sorted) * 1e3, 0],
  [(milliseconds(sorted) / stepMs) * 100, 1],
  [milliseconds(sorted) * (drafted + 1), 2],
  [((milliseconds(sorted) * (drafted + 1)) / stepMs) * 100, 0],
  [derailed * 100, 0],
  [cross, 3],
  [cross - entropy, 3],
  [entropy, 3],
  [500 + Math.log(4), 3],
  [0.4 / 0.9, 3],
  [0.3 / 0.9, 3],
  [0.2 / 0.9, 3],
  [0.7 / 0.9, 3],
  [Math.sqrt(0.8) / Math.sqrt(0.2), 0],
  [(softmax([Math.log(0.8), Math.log(0.2)], 0.5)[0] ?? 0) * 100, 1],
];

/** Different logits, clamped to 50 alike. */
const lost = Math.exp(100 - 200)
  .toExponential(1)
  .replace('-', '−');
/** Beside logits of four digits, which stand without a comma. */
const large = logSumExp([1000, 1001, 1002]).toFixed(2);
export const phrases = { en: [lost, large], zh: [lost, large] };

export const answers = {
  'log-sum-exp': logSumExp([500, 500, 500, 500]),
  'tokens-that-stay': staying(normalised([0.4, 0.3, 0.2]), 0.75),
  'flatter-by-temperature': (softmax([Math.log(0.8), Math.log(0.2)], 2)[0] ?? Number.NaN) * 100,
};
