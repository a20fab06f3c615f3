/** Operations that round in float32, each with the error that is let pass. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { tf } from '../guest/tf.ts';
import type { ConformanceCase } from './case.ts';
import { distillationCases, layerCases, trainingCase } from './gradient-cases.ts';
import { normals } from './inputs.ts';
import {
  convolve,
  type Exact,
  logSoftmax,
  matrixOf,
  multiply,
  rowsOf,
  softmax,
  total,
  totalSize,
  transpose,
} from './oracle.ts';

const x = normals(400, { seed: 21 });
const y = normals(400, { seed: 22 });
const positive = x.map((value) => Math.abs(value) + 0.01);

/** Half a unit in the last place is 6e-8; WebGPU promises a quotient to two and a half, and so on. */
const bounds = {
  arithmetic: 2e-7,
  root: 4e-7,
  exponential: 2e-6,
  logarithm: 1e-6,
  tanh: 2e-6,
  sum: 2e-6,
  softmax: 2e-6,
  product: 1e-6,
};

type Pointwise = {
  operation: string;
  bound: number;
  compute: ConformanceCase['compute'];
  value: (a: number, b: number) => number;
};

function pointwise({ operation, bound, compute, value }: Pointwise): ConformanceCase {
  return { operation, bound, compute, exact: () => Array.from(x, (a, i) => value(a, y[i] ?? 0)) };
}

const arithmetic = { operation: 'add, sub, mul, div', bound: bounds.arithmetic };
const both = (act: (a: Tensor, b: Tensor) => Tensor) => () => act(tf.tensor1d(x), tf.tensor1d(y));

const shape: [number, number] = [8, 50];

function reduced(
  compute: ConformanceCase['compute'],
  groups: () => Float64Array[],
  divisor = 1,
): ConformanceCase {
  return {
    operation: 'sum, mean',
    bound: bounds.sum,
    compute,
    exact: () => ({
      values: groups().map((group) => total(group) / divisor),
      sizes: groups().map((group) => totalSize(group) / divisor),
    }),
  };
}

// Large enough that what is not shifted by the maximum overflows.
const logits = [
  ...normals(60, { seed: 23, deviation: 3 }),
  1000,
  -1000,
  0,
  1000,
  1000,
  999,
  -1000,
  -1000,
  -1000,
  80,
];
const logitShape: [number, number] = [14, 5];

function byRow(act: (row: ArrayLike<number>) => Float64Array): Exact {
  const values = rowsOf(matrixOf(logits, logitShape[0])).flatMap((row) => Array.from(act(row)));
  return { values, sizes: values.map((value) => Math.max(1, Math.abs(value))) };
}

const a = normals(9 * 70, { seed: 24 });
const b = normals(70 * 11, { seed: 25 });
const picture = normals(7 * 6 * 3, { seed: 26 });
const filter = normals(3 * 2 * 3 * 4, { seed: 27 });

export const floatCases: ConformanceCase[] = [
  pointwise({ ...arithmetic, compute: both(tf.add), value: (p, q) => p + q }),
  pointwise({ ...arithmetic, compute: both(tf.sub), value: (p, q) => p - q }),
  pointwise({ ...arithmetic, compute: both(tf.mul), value: (p, q) => p * q }),
  pointwise({ ...arithmetic, compute: both(tf.div), value: (p, q) => p / q }),
  pointwise({
    operation: 'square, sqrt',
    bound: bounds.root,
    compute: () => tf.square(tf.tensor1d(x)),
    value: (p) => p * p,
  }),
  {
    operation: 'square, sqrt',
    bound: bounds.root,
    compute: () => tf.sqrt(tf.tensor1d(positive)),
    exact: () => Array.from(positive, Math.sqrt),
  },
  pointwise({
    operation: 'exp',
    bound: bounds.exponential,
    compute: () => tf.exp(tf.tensor1d(x)),
    value: (p) => Math.exp(p),
  }),
  {
    operation: 'log',
    bound: bounds.logarithm,
    compute: () => tf.log(tf.tensor1d(positive)),
    exact: () => {
      const values = Array.from(positive, Math.log);
      return { values, sizes: values.map((value) => Math.max(1, Math.abs(value))) };
    },
  },
  {
    operation: 'tanh, sigmoid',
    bound: bounds.tanh,
    compute: () => tf.tanh(tf.tensor1d(x)),
    exact: () => ({ values: Array.from(x, Math.tanh), sizes: Array.from(x, () => 1) }),
  },
  {
    operation: 'tanh, sigmoid',
    bound: bounds.tanh,
    compute: () => tf.sigmoid(tf.tensor1d(x)),
    exact: () => Array.from(x, (value) => 1 / (1 + Math.exp(-value))),
  },
  reduced(
    () => tf.sum(tf.tensor2d(x, shape), 1),
    () => rowsOf(matrixOf(x, 8)),
  ),
  reduced(
    () => tf.sum(tf.tensor2d(x, shape), 0),
    () => rowsOf(transpose(matrixOf(x, 8))),
  ),
  reduced(
    () => tf.mean(tf.tensor1d(x)),
    () => [Float64Array.from(x)],
    x.length,
  ),
  {
    operation: 'softmax',
    bound: bounds.softmax,
    compute: () => tf.softmax(tf.tensor2d(logits, logitShape)),
    exact: () => byRow(softmax),
  },
  {
    operation: 'logSoftmax',
    bound: bounds.softmax,
    compute: () => tf.logSoftmax(tf.tensor2d(logits, logitShape)),
    exact: () => byRow(logSoftmax),
  },
  {
    operation: 'matMul',
    bound: bounds.product,
    compute: () => tf.matMul(tf.tensor2d(a, [9, 70]), tf.tensor2d(b, [70, 11])),
    exact: () => multiply(matrixOf(a, 9), matrixOf(b, 70)),
  },
  {
    operation: 'matMul',
    bound: bounds.product,
    compute: () => tf.matMul(tf.tensor2d(b, [70, 11]), tf.tensor2d(a, [9, 70]), true, true),
    exact: () => multiply(transpose(matrixOf(b, 70)), transpose(matrixOf(a, 9))),
  },
  {
    operation: 'conv2d',
    bound: bounds.product,
    compute: () => tf.conv2d(tf.tensor3d(picture, [7, 6, 3]), tf.tensor4d(filter, [3, 2, 3, 4]), 1, 'valid'),
    exact: () =>
      convolve(
        { height: 7, width: 6, channels: 3, values: picture },
        { height: 3, width: 2, filters: 4, values: filter },
      ),
  },
  ...layerCases,
  ...distillationCases,
  trainingCase,
];
