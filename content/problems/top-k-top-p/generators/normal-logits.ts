import type { SamplingOptions } from '../include/signature.ts';

type Params = {
  count: number;
  spread: number;
  /** Added to all: it changes nothing but what overflows. */
  shift?: number;
  /** The share of tokens that are masked; the first never is. */
  masked?: number;
  /** Logits are rounded to multiples of this power of two, so that many are alike. */
  grid?: number;
  options: SamplingOptions;
  uniform: number;
};

/** Normally distributed logits. */
export function generate({ random, params }: { random: () => number; params: Params }) {
  const { count, spread, shift = 0, masked = 0, grid, options, uniform } = params;
  const logits = Float64Array.from({ length: count }, (_, i) => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const logit = shift + spread * normal;
    if (random() < masked && i > 0) return Number.NEGATIVE_INFINITY;
    return grid === undefined ? logit : Math.round(logit / grid) * grid;
  });
  return { args: { logits, options, uniform } };
}
