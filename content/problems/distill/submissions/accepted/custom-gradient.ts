import * as tf from '@tensorflow/tfjs';
import type { DistillOptions } from './signature.ts';

// Everything by hand: log-sum-exp for the values, the closed form for the gradient.
export function distillationLoss(
  studentLogits: tf.Tensor2D,
  teacherLogits: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: Pick<DistillOptions, 'temperature' | 'alpha'>,
): tf.Scalar {
  const { temperature: t, alpha } = options;
  const teacher = teacherLogits.arraySync();
  const wanted = labels.arraySync();
  const rows = wanted.length;

  const loss = tf.customGrad((z, save) => {
    const logits = (z as tf.Tensor2D).arraySync();
    let total = 0;
    const gradient = logits.map((row, n) => {
      const q = logSoftmax(row, t);
      const p = logSoftmax(teacher[n] ?? [], t);
      const hard = logSoftmax(row, 1);
      const label = wanted[n] ?? 0;
      for (let k = row.length - 1; k >= 0; k--) {
        const pk = Math.exp(at(p, k));
        if (pk > 0) total += alpha * t * t * pk * (at(p, k) - at(q, k));
      }
      total -= (1 - alpha) * at(hard, label);
      return row.map((_, k) => {
        const soft = alpha * t * (Math.exp(at(q, k)) - Math.exp(at(p, k)));
        const firm = (1 - alpha) * (Math.exp(at(hard, k)) - (k === label ? 1 : 0));
        return (soft + firm) / rows;
      });
    });
    (save as (tensors: tf.Tensor[]) => void)([tf.tensor2d(gradient)]);
    return {
      value: tf.scalar(total / rows),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(saved[0] ?? tf.scalar(0), dy),
    };
  });
  return loss(studentLogits) as tf.Scalar;
}

function at(values: number[], index: number): number {
  return values[index] ?? 0;
}

function logSoftmax(row: number[], t: number): number[] {
  const scaled = row.map((z) => z / t);
  const max = Math.max(...scaled);
  const sum = scaled.reduceRight((total, z) => total + Math.exp(z - max), 0);
  return scaled.map((z) => z - max - Math.log(sum));
}

// Precomputes the teacher's logits, shuffles every epoch, and names the variables to train.
export async function distill(
  student: tf.LayersModel,
  teacher: tf.LayersModel,
  data: { inputs: tf.Tensor2D; labels: tf.Tensor1D },
  options: DistillOptions,
): Promise<number[]> {
  const rows = data.inputs.shape[0];
  const soft = teacher.predict(data.inputs) as tf.Tensor2D;
  const optimizer = tf.train.adam(options.learningRate);
  const variables = student.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const losses: number[] = [];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = [...tf.util.createShuffledIndices(rows)];
    let sum = 0;
    while (order.length > 0) {
      const batch = order.splice(0, options.batchSize);
      sum += tf.tidy(() => {
        const pick = tf.tensor1d(batch, 'int32');
        const x = tf.gather(data.inputs, pick);
        const y = tf.gather(data.labels, pick);
        const target = tf.gather(soft, pick);
        const { value, grads } = tf.variableGrads(
          () => distillationLoss(student.predict(x) as tf.Tensor2D, target, y, options),
          variables,
        );
        optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
        return (value.dataSync()[0] ?? 0) * batch.length;
      });
    }
    losses.push(sum / rows);
  }
  return losses;
}
