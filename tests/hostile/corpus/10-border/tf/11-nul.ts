// tries: NUL in text and in a key
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return { 'a\0b': '\0' };
}
