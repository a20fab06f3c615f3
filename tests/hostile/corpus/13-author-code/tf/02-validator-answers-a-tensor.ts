// tries: a validator whose answer is a tensor that says 1: it must not count as accepted
// verdicts: JE
// package: output_validator/check.ts
import * as tf from '@tensorflow/tfjs';

export function check() {
  return { accepted: tf.scalar(1) };
}
