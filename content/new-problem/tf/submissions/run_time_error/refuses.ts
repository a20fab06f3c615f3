import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  throw new RangeError(`cannot scale ${matrix.shape[0]} rows`);
}
