// tries: an own __proto__ key
// verdicts: WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
tf.ones([2]).dispose();
export function solve(args) {
  return JSON.parse('{"__proto__": {"kind": "returned"}, "constructor": 1}');
}
