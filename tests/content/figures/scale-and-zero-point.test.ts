import { expect, test } from 'vitest';
import {
  affine,
  collapsed,
  grid,
  roundings,
  sums,
  symmetric,
  tensor,
  wrapped,
} from './scale-and-zero-point.ts';

const evenly = Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 100);
const rootMeanSquare = (errors: number[]) =>
  Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);

test('rounded, evenly spread quotients err by a step over √12, truncated ones by twice as much', () => {
  const rounded = rootMeanSquare(evenly.map((x) => roundings.toEven(x) - x));
  const truncated = evenly.map((x) => roundings.truncated(x) - x);
  expect(rounded).toBeCloseTo(1 / Math.sqrt(12), 3);
  expect(rootMeanSquare(truncated)).toBeCloseTo(1 / Math.sqrt(3), 3);
  expect(truncated.every((error) => error <= 0)).toBe(true);
});

test('of values from 5 to 6 without 0 in the range, one number is left', () => {
  expect(collapsed).toEqual([1, 1, 1]);
});

test('a constant needs no rule of its own: it gets the largest code, and comes back', () => {
  const { scale, zeroPoint, high } = affine([5, 5], 8);
  expect((high - zeroPoint) * scale).toBe(5);
  expect(roundings.toEven(5 / scale) + zeroPoint).toBe(high);
});

test('raw codes with the correction for the zero point come to the same sum', () => {
  expect(sums.corrected).toBe(sums.direct);
});

test('only the ends of the tensor that was quantized by hand use the ends of its codes', () => {
  const codes = tensor.map((x) => roundings.toEven(x / grid.scale) + grid.zeroPoint);
  expect([Math.min(...codes), Math.max(...codes)]).toEqual([grid.low, grid.high]);
});

test('symmetric codes for values of one sign double the step', () => {
  expect(symmetric(6, 8).scale / affine([0, 6], 8).scale).toBeCloseTo(2, 1);
});

test('what does not fit keeps its low bits', () => {
  expect([128, -129, 256].map((x) => wrapped(x, 8))).toEqual([-128, 127, 0]);
  expect(Int8Array.of(202, 225)).toEqual(Int8Array.of(wrapped(202, 8), wrapped(225, 8)));
});
