import { expect, test } from 'vitest';
import { inTwoBlocks } from './attention-variants.ts';

test('softmax in two blocks gives what softmax at once gives', () => {
  const weights = [1, 2, 4].map(Math.exp);
  const sum = weights.reduce((a, b) => a + b);
  const direct = [10, 20, 40].reduce((total, value, i) => total + (value * (weights[i] ?? 0)) / sum, 0);
  expect(inTwoBlocks).toBeCloseTo(direct, 12);
});
