import { expect, test } from 'vitest';
import { lasso, ridge, rmse, sample } from '../polynomial-fit.ts';
import { few, stopped } from './overfitting.ts';

test('strengths and steps of the example are those that a third draw would choose', () => {
  const third = sample(200, 5);
  const best = (candidates: number[], train: (value: number) => number[]) => {
    const errors = candidates.map((value) => rmse(train(value), third));
    return candidates[errors.indexOf(Math.min(...errors))];
  };
  expect(best([0.0001, 0.001, 0.01, 0.1, 1], (l2) => ridge(few, 9, l2))).toBe(0.01);
  expect(best([0.003, 0.01, 0.03, 0.1, 0.3], (l1) => lasso(few, 9, l1))).toBe(0.03);
  expect(best([10, 100, 1000, 10_000, 100_000], stopped)).toBe(1000);
});

test('L1 leaves exact zeros where L2 leaves none', () => {
  expect(lasso(few, 9, 0.03).filter((w) => w === 0)).toHaveLength(3);
  expect(ridge(few, 9, 0.01).filter((w) => w === 0)).toHaveLength(0);
});
