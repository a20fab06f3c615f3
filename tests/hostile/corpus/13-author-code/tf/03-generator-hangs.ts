// tries: a generator that trains without end
// verdicts: none
// package: generators/uniform.ts
import * as tf from '@tensorflow/tfjs';

export function generate(): never {
  for (;;) tf.tidy(() => tf.ones([8, 8]).matMul(tf.ones([8, 8])).dataSync());
}
