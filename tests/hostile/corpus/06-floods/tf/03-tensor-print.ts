// tries: printing tensors without end
// verdicts: OLE TLE WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export function solve(args) {
  for (;;) tf.ones([30, 30]).print(true);
}
