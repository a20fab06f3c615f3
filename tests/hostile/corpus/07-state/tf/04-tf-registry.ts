// tries: a kernel replaced for the next test
// verdicts: WA RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  tf.unregisterKernel('Add', 'cpu');
  return 1;
}
