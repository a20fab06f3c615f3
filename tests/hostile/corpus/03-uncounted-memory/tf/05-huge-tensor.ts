// tries: one tensor of 4 GB
// verdicts: MLE RTE TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  return tf.zeros([32768, 32768]).dataSync()[0];
}
