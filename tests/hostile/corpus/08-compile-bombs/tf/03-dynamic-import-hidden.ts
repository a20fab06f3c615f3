// tries: import() made at run time, out of the lexer's sight
// verdicts: RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return new Function('return import("node:fs")')();
}
