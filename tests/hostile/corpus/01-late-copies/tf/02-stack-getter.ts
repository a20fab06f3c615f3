// tries: a thrown error whose stack is a getter without end
// verdicts: TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  const e = new Error('x');
  Object.defineProperty(e, 'stack', { get() { for (;;); } });
  throw e;
}
