import type { Sampled, SamplingOptions } from './signature.ts';

/** Keeps each logit beside its token, and works with weights that are divided only once, at the end. */
export function sampleToken(logits: Float64Array, options: SamplingOptions, uniform: number): Sampled {
  const temperature = options.temperature ?? 1;
  const limit = options.topK ?? logits.length;
  const share = options.topP ?? 1;
  const sound = temperature >= 0 && Number.isFinite(temperature) && limit >= 1 && limit % 1 === 0;
  if (!sound || !(share > 0) || !(share <= 1) || !(uniform >= 0) || !(uniform < 1)) throw new RangeError('options');
  if (!logits.every((logit) => logit < Infinity)) throw new RangeError('logit');
  const places = Array.from(logits, (logit, token) => ({ logit, token })).filter(({ logit }) => logit !== -Infinity);
  if (places.length === 0) throw new RangeError('no logits');

  // The sort is stable: of equal logits the smaller index stays before the larger.
  places.sort((a, b) => b.logit - a.logit);
  places.length = Math.min(places.length, temperature === 0 ? 1 : limit);
  const [{ logit: largest }] = places;
  // The largest is not divided, as the temperature may be 0.
  const weights = places.map(({ logit }) => Math.exp(logit === largest ? 0 : (logit - largest) / temperature));
  const all = weights.reduceRight((sum, weight) => sum + weight);
  const kept: number[] = [];
  let total = 0;
  for (const weight of weights) {
    kept.push(weight);
    total += weight;
    if (share < 1 && total >= share * all) break;
  }
  const tokens = places.slice(0, kept.length).map(({ token }) => token);
  let [token] = tokens;
  let passed = 0;
  for (const [i, weight] of kept.entries()) {
    token = tokens[i];
    passed += weight;
    if (passed > uniform * total) break;
  }
  return { tokens, probabilities: Float64Array.from(kept, (weight) => weight / total), token };
}
