import type { Sampled, SamplingOptions } from './signature.ts';

/** Which tokens stay, with which probabilities, and which of them is drawn. */
export function sampleToken(logits: Float64Array, options: SamplingOptions, uniform: number): Sampled {
  const { temperature = 1 } = options;
  const tokens = [...logits.keys()];
  const probabilities = logits.map((logit) => Math.exp(logit / temperature));
  // Sorting, both cuts and the draw are yours.
  return { tokens, probabilities, token: Math.floor(uniform * tokens.length) };
}
