import type { SamplingOptions } from '../include/signature.ts';

type Args = { logits: Float64Array | number[]; options: SamplingOptions; uniform: number };
type Candidate = { token: number; probability: number };

/** Nearer than this to a line, an honest order of summation may decide, unless everything is exact. */
const clearance = 1e-9;

/** Each cut in the order of the statement, on a list of candidates. */
export function reference({ logits, options, uniform }: Args) {
  const values = [...logits];
  const afterwards = { logits: Float64Array.from(values), options };
  if (!isValid(values, options) || !(uniform >= 0 && uniform < 1)) {
    return { answer: { error: 'RangeError' }, afterwards };
  }
  const sorted = [...values.keys()].sort((i, j) => compare(values[j], values[i]) || i - j);
  const stay = renormalized(nucleus(candidates(values, { sorted, options }), options.topP ?? 1));
  const token = draw(stay, uniform);
  const probabilities = Float64Array.from(stay, ({ probability }) => probability);
  return { answer: { tokens: stay.map((each) => each.token), probabilities, token }, afterwards };
}

function compare(a: number | undefined, b: number | undefined): number {
  return a === b ? 0 : (a ?? 0) > (b ?? 0) ? 1 : -1;
}

function isValid(logits: number[], { temperature = 1, topK = 1, topP = 1 }: SamplingOptions): boolean {
  if (!logits.every((logit) => logit < Infinity) || !logits.some(Number.isFinite)) return false;
  const isShare = topP > 0 && topP <= 1;
  return temperature >= 0 && temperature < Infinity && Number.isInteger(topK) && topK > 0 && isShare;
}

function candidates(
  logits: number[],
  { sorted, options }: { sorted: number[]; options: SamplingOptions },
): Candidate[] {
  const { temperature = 1, topK = sorted.length } = options;
  const [first = 0] = sorted;
  if (temperature === 0) return [{ token: first, probability: 1 }];
  const top = logits[first] ?? 0;
  const open = sorted.slice(0, topK).filter((token) => (logits[token] ?? 0) > -Infinity);
  return renormalized(
    open.map((token) => ({ token, probability: Math.exp(((logits[token] ?? 0) - top) / temperature) })),
  );
}

function renormalized(list: Candidate[]): Candidate[] {
  const sum = list.toReversed().reduce((total, { probability }) => total + probability, 0);
  return list.map(({ token, probability }) => ({ token, probability: probability / sum }));
}

/** How many of the list, from its beginning, come before the line is reached. */
function countUntil(list: Candidate[], reached: (sum: number) => boolean, line: number): number {
  let sum = 0;
  for (const [i, { probability }] of list.entries()) {
    sum += probability;
    const isExact = list.every((each) => Number.isInteger(each.probability * 2 ** 20));
    if (!isExact && Math.abs(sum - line) < clearance) throw new Error(`${sum} is too near to ${line}`);
    if (reached(sum)) return i;
  }
  return list.length - 1;
}

function nucleus(list: Candidate[], topP: number): Candidate[] {
  if (topP === 1) return list;
  return list.slice(0, countUntil(list, (sum) => sum >= topP, topP) + 1);
}

function draw(list: Candidate[], uniform: number): number | undefined {
  return list[countUntil(list, (sum) => sum > uniform, uniform)]?.token;
}
