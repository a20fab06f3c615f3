import type * as tf from '@tensorflow/tfjs';

/** The matrix with every row scaled to length 1. */
export declare function normalizeRows(matrix: tf.Tensor2D): tf.Tensor2D;
