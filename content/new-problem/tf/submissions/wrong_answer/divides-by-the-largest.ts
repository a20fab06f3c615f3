import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.divNoNan(matrix, matrix.abs().max(1, true)) as tf.Tensor2D;
}
