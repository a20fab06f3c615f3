import * as tf from '@tensorflow/tfjs';

export function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D {
  const rows = matrix.arraySync().map((row) => {
    const norm = Math.hypot(...row.toReversed());
    return row.map((value) => (norm > 0 ? value / norm : 0));
  });
  return tf.tensor2d(rows);
}
