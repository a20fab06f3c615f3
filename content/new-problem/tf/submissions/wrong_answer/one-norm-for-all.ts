import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.divNoNan(matrix, matrix.square().sum().sqrt()) as tf.Tensor2D;
}
