import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  const kept: tf.Tensor[] = [];
  for (;;) kept.push(tf.fill([1000, 1000], matrix.size));
}
