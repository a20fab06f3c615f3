import * as tf from '@tensorflow/tfjs';
import type { PruneReport } from './signature.ts';

// Works on tensors: a mask per weight, and the count as a reduction on the result.
export function prune(model: tf.LayersModel, threshold: number): PruneReport {
  if (!(threshold >= 0 && threshold < Infinity)) throw new RangeError('threshold must be finite and not negative');
  return tf.tidy(() => {
    const before = model.getWeights();
    const after = before.map((w) => tf.where(w.abs().less(threshold), tf.zerosLike(w), w));
    model.setWeights(after);
    const zeros = after.map((w) => w.equal(0).sum().dataSync()[0] ?? 0).reduce((a, b) => a + b, 0);
    const total = after.reduce((sum, w) => sum + w.size, 0);
    return { total, zeros, sparsity: zeros / total };
  });
}
