import type { SoftmaxRows } from './signature.ts';

export function softmaxRows(logits: Float64Array, columns: number): SoftmaxRows {
  const exponentials = Array.from(logits, (logit) => Math.exp(logit));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return { probabilities: exponentials.map((value) => value / sum), logSumExp: [Math.log(sum) / columns] };
}
