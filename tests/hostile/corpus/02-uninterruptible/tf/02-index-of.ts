// tries: indexOf over 2^53 absent elements
// verdicts: TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);
}
