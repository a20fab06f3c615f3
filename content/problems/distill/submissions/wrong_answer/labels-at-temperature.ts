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
    const ce = tf.neg(tf.sum(tf.mul(hard, logQ), 1));
    return tf.mean(tf.add(tf.mul(kl, alpha * t * t), tf.mul(ce, 1 - alpha))) as tf.Scalar;
  });
}

export async function distill(
  student: tf.LayersModel,
  teacher: tf.LayersModel,
  data: { inputs: tf.Tensor2D; labels: tf.Tensor1D },
  options: DistillOptions,
): Promise<number[]> {
  const { epochs, batchSize, learningRate } = options;
  const rows = data.inputs.shape[0];
  const optimizer = tf.train.adam(learningRate);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let sum = 0;
    for (let start = 0; start < rows; start += batchSize) {
      const size = Math.min(batchSize, rows - start);
      const inputs = tf.slice(data.inputs, start, size);
      const labels = tf.slice(data.labels, start, size);
      const soft = teacher.predict(inputs) as tf.Tensor2D;
      const cost = optimizer.minimize(
        () => {
          const logits = student.apply(inputs, { training: true }) as tf.Tensor2D;
          return distillationLoss(logits, soft, labels, options);
        },
        true,
      );
      sum += (cost?.dataSync()[0] ?? 0) * size;
    }
    losses.push(sum / rows);
  }
  return losses;
}
