import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  throw new Error(`${matrix.shape[0]} rows to scale`);
}
