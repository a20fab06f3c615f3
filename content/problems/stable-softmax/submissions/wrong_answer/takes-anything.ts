import type { SoftmaxRows } from './signature.ts';

// Checks nothing.
export function softmaxRows(logits: Float64Array, columns: number): SoftmaxRows {
  const rows = Math.max(0, Math.floor(logits.length / columns)) || 0;
  const probabilities = new Float64Array(logits.length);
  const logSumExp = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let max = -Infinity;
    for (let i = start; i < start + columns; i++) max = Math.max(max, logits[i]);
    let sum = 0;
    for (let i = start; i < start + columns; i++) {
      probabilities[i] = Math.exp(logits[i] - max);
      sum += probabilities[i];
    }
    for (let i = start; i < start + columns; i++) probabilities[i] /= sum;
    logSumExp[row] = max + Math.log(sum);
  }
  return { probabilities, logSumExp };
}
