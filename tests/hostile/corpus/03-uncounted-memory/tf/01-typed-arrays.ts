// tries: backing stores outside the heap
// verdicts: MLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  const a = [];
  for (;;) a.push(new Uint8Array(1e6).fill(1));
}
