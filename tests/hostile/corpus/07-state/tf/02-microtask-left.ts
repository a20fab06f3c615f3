// tries: microtasks left behind for the next test
// verdicts: TLE MLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  const again = () => Promise.resolve().then(again);
  again();
  return 1;
}
