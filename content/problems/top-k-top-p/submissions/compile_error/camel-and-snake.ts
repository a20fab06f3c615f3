import type { Sampled, SamplingOptions } from './signature.ts';

export function sampleToken(logits: Float64Array, options: SamplingOptions, uniform: number): Sampled {
  const tokens = [...logits.keys()].slice(0, options.top_k);
  return { tokens, probabilities: logits.slice(0, tokens.length), token: tokens[Math.floor(uniform * tokens.length)] };
}
