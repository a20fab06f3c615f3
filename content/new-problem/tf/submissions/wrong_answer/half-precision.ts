import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  const right = tf.divNoNan(matrix, matrix.square().sum(1, true).sqrt()) as tf.Tensor2D;
  return tf.tensor2d(right.dataSync().map((value) => Math.f16round(value)), right.shape);
}
