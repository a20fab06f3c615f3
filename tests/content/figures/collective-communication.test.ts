import { expect, test } from 'vitest';
import { reduceScatter } from './collective-communication.ts';

test('a ring of three leaves the sums of the example, one with each', () => {
  const sums = reduceScatter([
    [1, 2, 3],
    [10, 20, 30],
    [100, 200, 300],
  ]);
  expect(sums.toSorted((a, b) => a - b)).toEqual([111, 222, 333]);
});
