// tries: a promise that never settles: the process could end with code 0
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return new Promise(() => undefined);
}
