// tries: a thrown error whose message never ends; it is copied after the timeout was lifted
// verdicts: TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  throw Object.create(Error.prototype, { message: { get() { for (;;); } } });
}
