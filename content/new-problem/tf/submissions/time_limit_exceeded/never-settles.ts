import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  let step = 1;
  // Halved for ever: it never gets below 0.
  while (step >= 0) step /= 2;
  return tf.mul(matrix, step) as tf.Tensor2D;
}
