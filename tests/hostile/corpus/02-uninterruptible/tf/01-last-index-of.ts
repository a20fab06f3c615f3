// tries: a string search that checks no interrupt
// verdicts: TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return 'a'.repeat(2 ** 23).lastIndexOf('a'.repeat(2 ** 20) + 'b');
}
