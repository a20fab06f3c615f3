// tries: escape sequences in a result that is shown as what came
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return '\x1b[2J\x1b[31mred\u202e\0';
}
