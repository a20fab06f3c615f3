// tries: import() of a module of Node
// verdicts: CE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return import('node:fs');
}
