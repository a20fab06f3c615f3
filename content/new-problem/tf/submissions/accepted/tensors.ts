import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const norms = matrix.square().sum(1, true).sqrt();
    return tf.divNoNan(matrix, norms) as tf.Tensor2D;
  });
}
