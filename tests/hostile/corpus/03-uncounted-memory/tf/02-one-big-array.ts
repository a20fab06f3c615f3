// tries: 1.1 GB by one fill, counted late
// verdicts: MLE TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return new Array(6e7).fill();
}
