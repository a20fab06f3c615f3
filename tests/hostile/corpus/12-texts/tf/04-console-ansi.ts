// tries: escape sequences, NUL and lone surrogates printed
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  console.log('\x1b[31m\0\ud800\u202e');
  return 1;
}
