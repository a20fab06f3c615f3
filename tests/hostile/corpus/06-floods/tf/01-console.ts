// tries: printing without end, into the host's memory
// verdicts: OLE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  for (;;) console.log('x'.repeat(1e4));
}
