import type { SoftmaxRows } from './signature.ts';

/** A running maximum and sum, from the last column to the first; then each probability by the logSumExp of its row. */
export function softmaxRows(logits: Float64Array, columns: number): SoftmaxRows {
  if (!(Number.isInteger(columns) && columns > 0)) throw new RangeError('columns');
  const rows = logits.length / columns;
  if (!Number.isInteger(rows)) throw new RangeError('rows');
  const maxima = new Float64Array(rows).fill(-Infinity);
  const sums = new Float64Array(rows);
  for (let i = logits.length - 1; i >= 0; i--) {
    const logit = logits[i];
    if (!(logit < Infinity)) throw new RangeError('logit');
    if (logit === -Infinity) continue;
    const row = Math.floor(i / columns);
    if (logit > maxima[row]) {
      sums[row] = sums[row] * Math.exp(maxima[row] - logit) + 1;
      maxima[row] = logit;
    } else sums[row] += Math.exp(logit - maxima[row]);
  }
  if (sums.includes(0)) throw new RangeError('a row of masks');
  const probabilities = logits.map((logit, i) => {
    const row = Math.floor(i / columns);
    return Math.exp(logit - maxima[row]) / sums[row];
  });
  return { probabilities, logSumExp: sums.map((sum, row) => Math.log(sum) + maxima[row]) };
}
