import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import { wrong } from '../../conformance.ts';
import { tf } from '../guest/tf.ts';
import { measureConformance, worstError } from './measure.ts';
import { convolve, halfToEven, logSoftmax, matrixOf, multiply, softmax, transpose } from './oracle.ts';

beforeAll(() => {
  // Else tfjs recommends its other packages aloud.
  tf.enableProdMode();
  return tf.setBackend('cpu');
});

test('the oracle: products, transposes, softmax and rounding by hand', () => {
  const a = matrixOf([1, 2, 3, 4], 2);
  expect(Array.from(multiply(a, transpose(a)).values as Float64Array)).toEqual([5, 11, 11, 25]);
  expect([0.5, 1.5, -2.5, 2.4].map(halfToEven)).toEqual([0, 2, -2, 2]);
  expect(Array.from(softmax([1000, 1000]))).toEqual([0.5, 0.5]);
  expect(logSoftmax([0, Math.log(3)])[1]).toBeCloseTo(Math.log(0.75), 15);
  const picture = { height: 2, width: 2, channels: 1, values: [1, 2, 3, 4] };
  expect(convolve(picture, { height: 2, width: 1, filters: 1, values: [10, 1] }).values).toEqual([13, 24]);
});

test('plain JavaScript agrees with plain arithmetic on every operation', () => {
  const rows = measureConformance();
  expect(rows.filter(({ worst, bound }) => !(worst <= bound))).toEqual([]);
  expect(rows.length).toBeGreaterThan(20);
});

test('a backend that rounds half up, or answers with too little, is found out', () => {
  const operation = 'rounding';
  const exact = () => [2];
  const compute = (value: number[]) => () => tf.tensor1d(value);
  const measured = (value: number[]) =>
    measureConformance([{ operation, bound: 0, compute: compute(value), exact }]);
  expect(measured([2])).toEqual([{ operation, worst: 0, bound: 0 }]);
  expect(measured([3])[0]?.worst).toBe(0.5);
  expect(measured([2, 2])[0]?.worst).toBe(wrong);
});

test('NaN for a number, a number for NaN and the wrong infinity are as wrong as can be', () => {
  const error = (computed: number, exact: number) => worstError([computed], { values: [exact], sizes: [1] });
  expect(error(Number.NaN, 1)).toBe(wrong);
  expect(error(1, Number.NaN)).toBe(wrong);
  expect(error(-Infinity, Infinity)).toBe(wrong);
  expect(error(Number.NaN, Number.NaN)).toBe(0);
  expect(error(Infinity, Infinity)).toBe(0);
});

test('nothing is left in memory', () => {
  const before = tf.memory().numTensors;
  measureConformance();
  expect(tf.memory().numTensors).toBe(before);
});
