import * as tf from '@tensorflow/tfjs';
import type { PruneReport } from './signature.ts';

export function prune(model: tf.LayersModel, threshold: number): PruneReport {
  if (!Number.isFinite(threshold) || threshold < 0) throw new RangeError('threshold');
  let total = 0;
  let zeros = 0;
  const pruned = model.getWeights().map((weight) => {
    const values = Float32Array.from(weight.dataSync());
    for (let i = 0; i < values.length; i++) {
      const w = values[i] ?? 0;
      if (Math.abs(w) < threshold) values[i] = 0;
      if (values[i] === 0) zeros++;
    }
    total += values.length;
    return tf.tensor(values, weight.shape);
  });
  model.setWeights(pruned);
  return { total, zeros, sparsity: zeros / total };
}
