import { expect, test } from 'vitest';
import { answers, train, variance } from './regularizers-and-their-gradients.ts';

test('with an L2 term in Adam large gradients decay least; decoupled, all alike', () => {
  const sizes = [10, 1, 0.1, 0.01];
  const coupled = sizes.map((size) => train(size, false));
  expect(coupled).toEqual(coupled.toSorted((a, b) => b - a));
  for (const size of sizes) expect(train(size, true)).toBeCloseTo(train(1, true), 6);
});

test('the penalty of dropout is the variance over its masks', () => {
  expect(variance(0.2)).toBeCloseTo(answers['dropout-penalty'], 12);
});
