// tries: a reference that gives a tensor instead of its data
// verdicts: none
// package: reference/reference.ts
import * as tf from '@tensorflow/tfjs';

export function reference({ numbers }: { numbers: number[] }) {
  return { sum: tf.tensor1d(numbers).sum() };
}
