// tries: a model
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  const m = tf.sequential();
  m.add(tf.layers.dense({ units: 1, inputShape: [1] }));
  return m;
}
