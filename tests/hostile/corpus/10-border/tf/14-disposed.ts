// tries: a disposed tensor's data
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  const t = tf.scalar(args.n);
  t.dispose();
  return t.dataSync();
}
