// tries: a result of a megabyte
// verdicts: OLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return 'x'.repeat(1e6);
}
