// tries: the right number in a typed array
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return new Float64Array([args.n * args.n + 7]);
}
