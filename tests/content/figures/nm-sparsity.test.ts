import { expect, test } from 'vitest';
import { atBest, better, keptByAnyHalf, keptByPattern, keptInOrder, rows, stepped } from './nm-sparsity.ts';

test('90 masks of a 4×4 block are 2:4 in both directions', () => {
  const patterns = [3, 5, 6, 9, 10, 12];
  const bits = [1, 2, 4, 8];
  let transposable = 0;
  for (const a of patterns)
    for (const b of patterns)
      for (const c of patterns)
        for (const d of patterns)
          if (bits.every((bit) => [a, b, c, d].filter((row) => (row & bit) !== 0).length === 2))
            transposable += 1;
  expect(transposable).toBe(90);
});

test('the better order keeps as much as any eight weights can', () => {
  const any = rows
    .flat()
    .map((value) => value * value)
    .sort((a, b) => b - a)
    .slice(0, 8);
  expect(keptInOrder(better)).toBe(any.reduce((sum, value) => sum + value, 0));
});

test('larger groups keep more, and none as much as a free choice', () => {
  const kept = [keptByPattern(2, 4), keptByPattern(4, 8), keptByPattern(8, 16), keptByAnyHalf];
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
});

test('after the step of the example the third weight beats the second', () => {
  const [first = 0, second = 0, third = 0] = stepped.map(Math.abs);
  expect(Math.min(first, third)).toBeGreaterThan(second);
});

test('at best a layer gets as much faster as the pairs have it', () => {
  expect(atBest(4096, 16)).toBeCloseTo(2, 2);
  expect(atBest(1, 16)).toBeCloseTo(1.78, 2);
  expect(atBest(1, 8)).toBeCloseTo(1.6, 2);
});
