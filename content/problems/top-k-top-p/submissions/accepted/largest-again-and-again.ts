import type { Sampled, SamplingOptions } from './signature.ts';

/** Takes the largest logit that is left, until k are there; works with weights that were never divided. */
export function sampleToken(logits: Float64Array, options: SamplingOptions, uniform: number): Sampled {
  const count = logits.length;
  const temperature = options.temperature ?? 1;
  const limit = options.topK ?? Math.max(1, count);
  const share = options.topP ?? 1;
  const sound = temperature >= 0 && Number.isFinite(temperature) && limit >= 1 && limit % 1 === 0;
  if (!sound || !(share > 0) || !(share <= 1) || !(uniform >= 0) || !(uniform < 1)) throw new RangeError('options');
  let largest = -Infinity;
  for (const logit of logits) {
    if (!(logit < Infinity)) throw new RangeError('logit');
    if (logit > largest) largest = logit;
  }
  if (largest === -Infinity) throw new RangeError('no logits');

  const places = Array.from(logits, (logit, token) => ({ logit, token })).filter(({ logit }) => logit !== -Infinity);
  places.sort((a, b) => (a.logit === b.logit ? a.token - b.token : a.logit < b.logit ? 1 : -1));
  places.length = Math.min(places.length, temperature === 0 ? 1 : limit);
  const weights = places.map(({ logit }) => (temperature === 0 ? 1 : Math.exp((logit - largest) / temperature)));
  let all = 0;
  for (let i = weights.length - 1; i >= 0; i--) all += weights[i];
  let kept = weights.length;
  let total = all;
  if (share < 1) {
    total = 0;
    kept = 0;
    do total += weights[kept++];
    while (kept < weights.length && total < share * all);
  }
  let drawn = 0;
  let passed = weights[0];
  while (drawn < kept - 1 && passed <= uniform * total) passed += weights[++drawn];
  return {
    tokens: places.slice(0, kept).map(({ token }) => token),
    probabilities: Float64Array.from(weights.slice(0, kept), (weight) => weight / total),
    token: places[drawn].token,
  };
}
