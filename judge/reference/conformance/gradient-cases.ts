/** Layers, gradients and a few steps of training, as references do them. */
import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { tf } from '../guest/tf.ts';
import type { ConformanceCase } from './case.ts';
import { integers, normals } from './inputs.ts';
import { adam, type Exact, matrixOf, multiply, rowsOf, softmax, transpose } from './oracle.ts';

const [rows, inputs, units] = [12, 20, 7];
const x = normals(rows * inputs, { seed: 31 });
const kernel = normals(inputs * units, { seed: 32, deviation: 0.3 });
const bias = normals(units, { seed: 33 });
const weights = normals(rows * units, { seed: 34 });

/** x·kernel + bias, before the activation. */
function linear(): Exact {
  const { values, sizes } = multiply(matrixOf(x, rows), matrixOf(kernel, inputs));
  const add = (i: number) => bias[i % units] ?? 0;
  return {
    values: Array.from(values, (value, i) => value + add(i)),
    sizes: Array.from(sizes, (size, i) => size + Math.abs(add(i))),
  };
}

export const layerCases: ConformanceCase[] = [
  {
    operation: 'dense layer',
    bound: 1e-6,
    compute: () => {
      const model = tf.sequential({
        layers: [tf.layers.dense({ units, activation: 'relu', inputShape: [inputs] })],
      });
      model.setWeights([tf.tensor2d(kernel, [inputs, units]), tf.tensor1d(bias)]);
      return model.predict(tf.tensor2d(x, [rows, inputs])) as Tensor;
    },
    exact: () => {
      const { values, sizes } = linear();
      return { values: Array.from(values, (value) => Math.max(0, value)), sizes };
    },
  },
  {
    operation: 'gradients',
    bound: 1e-6,
    // Of the weighted sum of a dense layer's outputs, by its kernel.
    compute: () =>
      tf.grad((w: Tensor) => {
        const outputs = tf.relu(tf.add(tf.matMul(tf.tensor2d(x, [rows, inputs]), w), tf.tensor1d(bias)));
        return tf.sum(tf.mul(outputs, tf.tensor2d(weights, [rows, units]))) as Scalar;
      })(tf.tensor2d(kernel, [inputs, units])),
    exact: () => {
      const { values } = linear();
      const back = Array.from(values, (value, i) => (value > 0 ? (weights[i] ?? 0) : 0));
      return multiply(transpose(matrixOf(x, rows)), matrixOf(back, rows));
    },
  },
];

const [examples, classes] = [9, 6];
const student = normals(examples * classes, { seed: 35, deviation: 4 });
const teacher = normals(examples * classes, { seed: 36, deviation: 4 });
const labels = integers(examples, { seed: 37, below: classes });

/** Distillation's loss of Hinton, Vinyals and Dean, arXiv:1503.02531, as a reference writes it. */
function distillationLoss(logits: Tensor, t: number, alpha: number): Scalar {
  const p = tf.softmax(tf.div(tf.tensor2d(teacher, [examples, classes]), t));
  const soft = tf.sum(tf.mul(p, tf.sub(tf.log(tf.maximum(p, 1e-37)), tf.logSoftmax(tf.div(logits, t)))), 1);
  const hard = tf.neg(
    tf.sum(tf.mul(tf.oneHot(tf.tensor1d(labels, 'int32'), classes), tf.logSoftmax(logits)), 1),
  );
  return tf.mean(tf.add(tf.mul(soft, alpha * t * t), tf.mul(hard, 1 - alpha))) as Scalar;
}

/** The same gradient written down: (α·T·(q − p) + (1 − α)·(softmax − onehot)) / examples. */
function distillationGradient(logits: ArrayLike<number>, t: number, alpha: number): Float64Array {
  const soften = (row: ArrayLike<number>, by: number) => softmax(Array.from(row, (z) => z / by));
  const teachers = rowsOf(matrixOf(teacher, examples));
  return Float64Array.from(
    rowsOf(matrixOf(logits, examples)).flatMap((row, n) => {
      const [q, p, hard] = [soften(row, t), soften(teachers[n] ?? [], t), soften(row, 1)];
      return Array.from(row, (_, k) => {
        const truth = labels[n] === k ? 1 : 0;
        const soft = (q[k] ?? 0) - (p[k] ?? 0);
        return (alpha * t * soft + (1 - alpha) * ((hard[k] ?? 0) - truth)) / examples;
      });
    }),
  );
}

export const distillationCases: ConformanceCase[] = [1, 4, 20].map((t) => ({
  operation: 'gradients',
  bound: 1e-6,
  compute: () =>
    tf.grad((logits: Tensor) => distillationLoss(logits, t, 0.7))(tf.tensor2d(student, [examples, classes])),
  exact: () => {
    const values = distillationGradient(student, t, 0.7);
    // The gradient is a difference of shares of 1, times T.
    return { values, sizes: Array.from(values, () => t / examples) };
  },
}));

const training = { rate: 0.05, steps: 5 };

export const trainingCase: ConformanceCase = {
  operation: 'Adam, five steps',
  bound: 1e-5,
  compute: () => {
    const logits = tf.variable(tf.tensor2d(student, [examples, classes]));
    const optimizer = tf.train.adam(training.rate);
    for (let step = 0; step < training.steps; step++)
      optimizer.minimize(() => distillationLoss(logits, 4, 0.7), false, [logits]);
    return logits.clone();
  },
  exact: () => {
    const gradient = (now: Float64Array) => distillationGradient(now, 4, 0.7);
    const values = adam(student, gradient, training);
    return { values, sizes: Array.from(values, (value) => Math.max(1, Math.abs(value))) };
  },
};
