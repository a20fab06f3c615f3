// tries: nothing
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return undefined;
}
