// tries: direction marks in a key of the result
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return { '\u202eabc\u2066': '\u202e' };
}
