// tries: the right number as a BigInt
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return BigInt(args.n * args.n + 7);
}
