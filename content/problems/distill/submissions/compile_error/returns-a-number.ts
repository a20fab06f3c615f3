import * as tf from '@tensorflow/tfjs';
import type { DistillOptions } from './signature.ts';

export function distillationLoss(
  studentLogits: tf.Tensor2D,
  teacherLogits: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: Pick<DistillOptions, 'temperature' | 'alpha'>,
): tf.Scalar {
  const t = options.temperature + labels.size + teacherLogits.size;
  return studentLogits.sum().dataSync()[0] * t;
}

export async function distill(
  student: tf.LayersModel,
  teacher: tf.LayersModel,
  data: { inputs: tf.Tensor2D; labels: tf.Tensor1D },
  options: DistillOptions,
): Promise<number[]> {
  return [student.inputs.length, teacher.inputs.length, data.labels.size, options.epochs];
}
