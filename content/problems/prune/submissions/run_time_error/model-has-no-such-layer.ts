import type * as tf from '@tensorflow/tfjs';
import type { PruneReport } from './signature.ts';

export function prune(model: tf.LayersModel, threshold: number): PruneReport {
  const layer = model.getLayer('no-such-layer');
  return { total: layer.countParams(), zeros: threshold, sparsity: 0 };
}
