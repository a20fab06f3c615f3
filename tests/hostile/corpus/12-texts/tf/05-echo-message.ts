// tries: the secret input in a message
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  throw new Error(`secret ${JSON.stringify(args)}`);
}
