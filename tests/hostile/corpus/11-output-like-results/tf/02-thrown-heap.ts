// tries: a message like that of a dying heap
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  throw new Error('FATAL ERROR: JavaScript heap out of memory');
}
