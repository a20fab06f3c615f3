import type * as tf from '@tensorflow/tfjs';
import type { PruneReport } from './signature.ts';

export function prune(model: tf.LayersModel, threshold: number): PruneReport {
  const total = model.countParams();
  return { total, zeros: 0, sparcity: threshold / total };
}
