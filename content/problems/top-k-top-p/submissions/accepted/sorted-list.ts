import type { Sampled, SamplingOptions } from './signature.ts';

// Sorts, cuts twice, draws.
export function sampleToken(logits: Float64Array, options: SamplingOptions, uniform: number): Sampled {
  const { temperature = 1, topK = logits.length, topP = 1 } = options;
  check(logits, { temperature, topK, topP }, uniform);
  let order = [...logits.keys()].sort((i, j) => logits[j] - logits[i] || i - j);
  if (temperature === 0) return { tokens: [order[0]], probabilities: Float64Array.of(1), token: order[0] };
  order = order.slice(0, topK).filter((i) => logits[i] !== -Infinity);
  let probabilities = softmax(order.map((i) => logits[i] / temperature));
  if (topP < 1) {
    let stay = 0;
    let reached = 0;
    while (stay < order.length && reached < topP) reached += probabilities[stay++];
    order = order.slice(0, stay);
    probabilities = probabilities.slice(0, stay);
  }
  const sum = probabilities.reduce((total, p) => total + p, 0);
  probabilities = probabilities.map((p) => p / sum);
  let reached = 0;
  const place = probabilities.findIndex((p) => (reached += p) > uniform);
  // The place is -1 where rounding keeps the sum from exceeding `uniform`: then the last.
  const [token] = order.slice(place);
  return { tokens: order, probabilities: Float64Array.from(probabilities), token };
}

function softmax(logits: number[]): number[] {
  const max = logits[0];
  const weights = logits.map((x) => Math.exp(x - max));
  const sum = weights.reduce((total, w) => total + w, 0);
  return weights.map((w) => w / sum);
}

function check(logits: Float64Array, options: Required<SamplingOptions>, uniform: number): void {
  const { temperature, topK, topP } = options;
  if (logits.some((x) => Number.isNaN(x) || x === Infinity)) throw new RangeError('a logit is not a number');
  if (!logits.some((x) => x > -Infinity)) throw new RangeError('no token');
  if (!(temperature >= 0) || temperature === Infinity) throw new RangeError(`temperature ${temperature}`);
  if (!Number.isInteger(topK) || topK < 1) throw new RangeError(`topK ${topK}`);
  if (!(topP > 0 && topP <= 1)) throw new RangeError(`topP ${topP}`);
  if (!(uniform >= 0 && uniform < 1)) throw new RangeError(`uniform ${uniform}`);
}
