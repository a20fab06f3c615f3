import { expect, test } from 'vitest';
import {
  globally,
  kernels,
  layerByLayer,
  moved,
  shares,
  smallestLeft,
} from './magnitude-pruning-in-practice.ts';

const sizes = kernels.map((kernel) => kernel.map(Math.abs));

test('layer by layer A loses both its 0.3 and B keeps 0.06; globally they lose 2 and 4', () => {
  expect(layerByLayer[0]?.filter((size) => size === 0.3)).toHaveLength(2);
  expect(layerByLayer[1]).not.toContain(0.06);
  expect(globally).toEqual([2, 4]);
});

test('where half go, 0.3 is the smallest that stays, and 60 % of the weights cannot be had by comparing', () => {
  expect(smallestLeft).toBe(0.3);
  const all = sizes.flat();
  const reached = all.flatMap((cut) => [
    all.filter((size) => size < cut).length,
    all.filter((size) => size <= cut).length,
  ]);
  expect(reached).toContain(5);
  expect(reached).not.toContain(6);
});

test('of the four rules one takes half of 1, 1, 1, 2, 2, 2, 2, 4', () => {
  const weights = [1, 1, 1, 2, 2, 2, 2, 4];
  const fourth = weights.toSorted((a, b) => a - b)[3] ?? 0;
  const below = weights.filter((weight) => weight < fourth).length;
  expect(below).toBe(3);
  expect(weights.filter((weight) => weight <= fourth)).toHaveLength(7);
  expect(weights.filter((weight) => weight < Math.max(...weights) / 2)).toHaveLength(3);
  expect(below + 1).toBe(weights.length / 2);
});

test('at 70 % the layer of a tenth of the scale is gone, but for less than one weight in a million', () => {
  const [first, second] = shares(0.7);
  expect(1 - second).toBeLessThan(1e-6);
  expect(first).toBeLessThan(second);
});

test('a weight whose gradient is masked comes to rest at 0.45', () => {
  expect(moved(1000, 'gradients')).toBeCloseTo(0.45, 9);
});

test('a threshold that is no number prunes nothing, and an infinite one everything', () => {
  const gone = (threshold: number) => sizes.flat().filter((size) => size < threshold).length;
  expect(gone(Number.NaN)).toBe(0);
  expect(gone(Number.POSITIVE_INFINITY)).toBe(10);
  expect(gone(0)).toBe(0);
});

test('NaN stays under one mask and goes under the other, and a product makes −0 and NaN', () => {
  const threshold = 0.3;
  const zeroedIfBelow = (weight: number) => (Math.abs(weight) < threshold ? 0 : weight);
  const keptIfAtLeast = (weight: number) => (Math.abs(weight) >= threshold ? weight : 0);
  expect(zeroedIfBelow(Number.NaN)).toBeNaN();
  expect(keptIfAtLeast(Number.NaN)).toBe(0);
  expect(Object.is(-0.3 * 0, -0)).toBe(true);
  expect(Number.POSITIVE_INFINITY * 0).toBeNaN();
});
