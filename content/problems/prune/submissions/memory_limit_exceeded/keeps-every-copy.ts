import type * as tf from '@tensorflow/tfjs';
import type { PruneReport } from './signature.ts';

export function prune(model: tf.LayersModel, threshold: number): PruneReport {
  const copies: number[][] = [];
  while (model.layers.length > 0) copies.push(new Array<number>(2 ** 20).fill(threshold));
  return { total: copies.length, zeros: 0, sparsity: 0 };
}
