// tries: a thrown error whose name never ends
// verdicts: TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  throw Object.create(Error.prototype, { name: { get() { for (;;); } } });
}
