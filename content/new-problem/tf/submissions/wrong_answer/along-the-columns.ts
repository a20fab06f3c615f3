import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.divNoNan(matrix, matrix.square().sum(0, true).sqrt()) as tf.Tensor2D;
}
