// tries: Error.prepareStackTrace runs inside the engine when an error is made
// verdicts: TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  Error.prepareStackTrace = () => { for (;;); };
  null.x;
}
