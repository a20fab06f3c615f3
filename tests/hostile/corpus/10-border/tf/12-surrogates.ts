// tries: lone surrogates in text and in a key
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return { '\ud800': '\udfff\ud800' };
}
