/** Operations without rounding of their own: to the bit, or refused. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { tf } from '../guest/tf.ts';
import { alea, polar } from './alea.ts';
import type { ConformanceCase } from './case.ts';
import { integers, normals, pairs, roundable, tiny } from './inputs.ts';
import { halfToEven } from './oracle.ts';

type Binary = 'greaterEqual' | 'greater' | 'lessEqual' | 'less' | 'equal' | 'notEqual';

const compares: Record<Binary, (a: number, b: number) => boolean> = {
  greaterEqual: (a, b) => a >= b,
  greater: (a, b) => a > b,
  lessEqual: (a, b) => a <= b,
  less: (a, b) => a < b,
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
};

function comparison(operation: string, left: Float32Array, right: Float32Array) {
  return Object.entries(compares).map(([name, holds]) => ({
    operation,
    bound: 0,
    compute: () => tf[name as Binary](tf.tensor1d(left), tf.tensor1d(right)),
    exact: () => Array.from(left, (a, i) => Number(holds(a, right[i] ?? 0))),
  }));
}

const { left, right } = pairs;
const numbers = normals(300, { seed: 11 });
const others = normals(300, { seed: 12 });
const nans = {
  left: Float32Array.of(Number.NaN, Number.NaN, 1, Number.NaN),
  right: Float32Array.of(1, Number.NaN, Number.NaN, Infinity),
};

type Unary = { act: (x: Tensor) => Tensor; exact: (x: number) => number; values?: Float32Array };

function unary(operation: string, { act, exact, values = numbers }: Unary): ConformanceCase {
  return {
    operation,
    bound: 0,
    compute: () => act(tf.tensor1d(values)),
    exact: () => Array.from(values, exact),
  };
}

const shape: [number, number] = [20, 15];
const choice = Int32Array.of(3, 0, 19, 19, 7);

function moved(operation: string, compute: () => Tensor, exact: () => number[]): ConformanceCase {
  return { operation, bound: 0, compute, exact };
}

const element = (row: number, column: number) => numbers[row * 15 + column] ?? Number.NaN;
const grid = (rows: number, columns: number, value: (row: number, column: number) => number) =>
  Array.from({ length: rows * columns }, (_, i) => value(Math.floor(i / columns), i % columns));

export const exactCases: ConformanceCase[] = [
  unary('rounding', { act: tf.round, exact: halfToEven, values: roundable }),
  unary('rounding', { act: tf.floor, exact: Math.floor, values: roundable }),
  unary('rounding', { act: tf.ceil, exact: Math.ceil, values: roundable }),
  ...comparison('comparison', left, right),
  ...comparison('comparison', numbers, others),
  ...comparison('comparison with NaN', nans.left, nans.right),
  // WGSL lets a GPU take them for zero, so that is let pass; a package that depends on them is found out in publishing,
  // where two backends must agree.
  ...comparison('comparison of subnormals', tiny, new Float32Array(tiny.length)).map((one) => ({
    ...one,
    bound: 1,
    exact: () => ({ values: one.exact(), sizes: Array.from(tiny, () => 1) }),
  })),
  unary('abs, neg, relu', { act: tf.abs, exact: Math.abs }),
  unary('abs, neg, relu', { act: tf.neg, exact: (x) => -x }),
  unary('abs, neg, relu', { act: tf.relu, exact: (x) => Math.max(0, x) }),
  unary('abs, neg, relu', { act: tf.sign, exact: Math.sign }),
  moved(
    'maximum, minimum',
    () => tf.maximum(tf.tensor1d(numbers), 1e-37),
    () => Array.from(numbers, (x) => Math.max(x, Math.fround(1e-37))),
  ),
  moved(
    'maximum, minimum',
    () => tf.minimum(tf.tensor1d(numbers), tf.tensor1d(others)),
    () => Array.from(numbers, (x, i) => Math.min(x, others[i] ?? 0)),
  ),
  moved(
    'maximum, minimum',
    () => tf.clipByValue(tf.tensor1d(numbers), -0.5, 0.25),
    () => Array.from(numbers, (x) => Math.min(Math.max(x, -0.5), 0.25)),
  ),
  moved(
    'where',
    () => {
      const x = tf.tensor1d(numbers);
      return tf.where(tf.greaterEqual(tf.abs(x), tf.scalar(0.5)), x, tf.zerosLike(x));
    },
    () => Array.from(numbers, (x) => (Math.abs(x) >= 0.5 ? x : 0)),
  ),
  moved(
    'argMax, max, min',
    () => tf.argMax(tf.tensor2d(numbers, shape), 1),
    () => grid(20, 1, (row) => argMax(grid(15, 1, (column) => element(row, column)))),
  ),
  moved(
    'argMax, max, min',
    // The first of equals.
    () => tf.argMax(tf.tensor2d([1, 3, 3, 0, 0, 0, 2, 1, 2], [3, 3]), 1),
    () => [1, 0, 0],
  ),
  moved(
    'argMax, max, min',
    () => tf.max(tf.tensor2d(numbers, shape), 1),
    () => grid(20, 1, (row) => Math.max(...grid(15, 1, (column) => element(row, column)))),
  ),
  moved(
    'argMax, max, min',
    () => tf.min(tf.tensor2d(numbers, shape), 0),
    () => grid(15, 1, (column) => Math.min(...grid(20, 1, (row) => element(row, column)))),
  ),
  moved(
    'oneHot',
    () => tf.oneHot(tf.tensor1d(choice, 'int32'), 20),
    () => grid(5, 20, (row, column) => Number(choice[row] === column)),
  ),
  moved(
    'gather, slice, concat, transpose',
    () => tf.gather(tf.tensor2d(numbers, shape), tf.tensor1d(choice, 'int32')),
    () => grid(5, 15, (row, column) => element(choice[row] ?? 0, column)),
  ),
  moved(
    'gather, slice, concat, transpose',
    () => tf.slice(tf.tensor2d(numbers, shape), 4, 7),
    () => grid(7, 15, (row, column) => element(row + 4, column)),
  ),
  moved(
    'gather, slice, concat, transpose',
    () => tf.concat([tf.tensor2d(numbers, shape), tf.tensor2d(others, shape)], 1),
    () =>
      grid(20, 30, (row, column) =>
        column < 15 ? element(row, column) : (others[row * 15 + column - 15] ?? 0),
      ),
  ),
  moved(
    'gather, slice, concat, transpose',
    () => tf.transpose(tf.tensor2d(numbers, shape)),
    () => grid(15, 20, (row, column) => element(column, row)),
  ),
  moved(
    'cast',
    () => tf.cast(tf.tensor1d(integers(50, { seed: 13, below: 2 ** 24 }), 'int32'), 'float32'),
    () => Array.from(integers(50, { seed: 13, below: 2 ** 24 })),
  ),
  moved(
    'cast',
    () => tf.cast(tf.tensor1d(numbers), 'int32'),
    () => Array.from(numbers, Math.trunc),
  ),
  moved(
    'random',
    () => tf.randomUniform([200], 0, 1, 'float32', 7),
    () => drawn(200, alea('7')),
  ),
  moved(
    'random',
    () => tf.randomNormal([200], 0, 1, 'float32', 7),
    () => polar(alea('7'), 200).map(Math.fround),
  ),
  moved(
    'random',
    // Half of them stay, twice as large: powers of two, so that nothing is rounded.
    () => tf.dropout(tf.tensor1d(numbers), 0.5, undefined, '7'),
    () => drawn(300, alea('7')).map((u, i) => (numbers[i] ?? 0) * 2 * Math.floor(Math.fround(u + 0.5))),
  ),
];

function argMax(values: number[]): number {
  return values.indexOf(Math.max(...values));
}

function drawn(count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => Math.fround(random()));
}
