// tries: an answer, and an unhandled rejection beside it
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  Promise.reject(new Error('x'));
  return 1;
}
