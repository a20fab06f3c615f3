// tries: a cycle
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  const a = {};
  a.a = a;
  return a;
}
