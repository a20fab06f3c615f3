// tries: squaring a BigInt until one product takes minutes
// verdicts: TLE RTE MLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  let b = 3n;
  for (;;) b *= b;
}
