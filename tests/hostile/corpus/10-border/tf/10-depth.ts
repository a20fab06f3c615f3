// tries: depth 4,000
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  let a = [];
  for (let i = 0; i < 4000; i += 1) a = [a];
  return a;
}
