// tries: a tensor of a shape that overflows
// verdicts: RTE MLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  return tf.zeros([2 ** 31, 2 ** 31]);
}
