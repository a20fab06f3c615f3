// tries: tf.data on a promise that never settles
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export async function solve() {
  await new Promise(() => tf.ones([1]));
  return 1;
}
