import * as tf from '@tensorflow/tfjs';
import type { DistillOptions } from './signature.ts';

/** alpha · T² · KL(softmax(teacher / T) ‖ softmax(student / T)) + (1 − alpha) · CE(labels, softmax(student)), batch means. */
export function distillationLoss(
  studentLogits: tf.Tensor2D,
  teacherLogits: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: Pick<DistillOptions, 'temperature' | 'alpha'>,
): tf.Scalar {
  return tf.scalar(0);
}

/** Trains the student in place with Adam; resolves to the mean loss over all examples, epoch by epoch. */
export async function distill(
  student: tf.LayersModel,
  teacher: tf.LayersModel,
  data: { inputs: tf.Tensor2D; labels: tf.Tensor1D },
  options: DistillOptions,
): Promise<number[]> {
  return [];
}
