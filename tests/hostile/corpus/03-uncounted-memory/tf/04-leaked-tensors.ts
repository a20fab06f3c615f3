// tries: tensors that nobody disposes of
// verdicts: MLE TLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  const a = [];
  for (;;) a.push(tf.ones([512, 512]));
}
