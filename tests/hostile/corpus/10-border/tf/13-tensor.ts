// tries: a tensor itself
// verdicts: RTE WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  return tf.scalar(args.n * args.n + 7);
}
