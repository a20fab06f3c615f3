import * as tf from '@tensorflow/tfjs';
import type { PruneReport } from './signature.ts';

// Walks over the layers and assigns to their variables; counts by filtering what was kept.
export function prune(model: tf.LayersModel, threshold: number): PruneReport {
  if (Number.isNaN(threshold) || threshold < 0 || threshold === Infinity) throw new RangeError('bad threshold');
  let total = 0;
  let kept = 0;
  for (const layer of model.layers) {
    const next = layer.getWeights().map((weight) => {
      const values = weight.dataSync().map((value) => (Math.abs(value) >= threshold ? value : 0));
      total += values.length;
      kept += values.filter((value) => value !== 0).length;
      return tf.tensor(values, weight.shape);
    });
    layer.setWeights(next);
    next.forEach((tensor) => tensor.dispose());
  }
  return { total, zeros: total - kept, sparsity: (total - kept) / total };
}
