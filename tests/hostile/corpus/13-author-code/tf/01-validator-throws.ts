// tries: a validator that uses a tensor which it has disposed of
// verdicts: JE
// package: output_validator/check.ts
import * as tf from '@tensorflow/tfjs';

export function check() {
  const one = tf.scalar(1);
  one.dispose();
  return { accepted: one.dataSync()[0] === 1 };
}
