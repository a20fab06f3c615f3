// tries: a driver that asks TensorFlow.js for what it does not have, as it loads
// verdicts: JE
// package: include/driver.ts
import * as tf from '@tensorflow/tfjs';

export function drive() {
  return 1;
}
tf.getKernel('Sum', 'a backend that nobody has').kernelFunc({ inputs: {}, backend: {} });
