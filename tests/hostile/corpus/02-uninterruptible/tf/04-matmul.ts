// tries: one huge product of tensors that no interrupt reaches
// verdicts: TLE MLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  const a = tf.ones([3000, 3000]);
  return tf.matMul(a, a).dataSync()[0];
}
