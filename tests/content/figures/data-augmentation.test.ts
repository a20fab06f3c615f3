import { expect, test } from 'vitest';
import { accumulated, leak, replaced } from './data-augmentation.ts';

test('a split by source is no better than chance where a random one looks excellent', () => {
  const { random, bySource } = leak();
  expect(random).toBeGreaterThan(90);
  // Forty held-out sources: two standard deviations of a coin.
  expect(Math.abs(bySource - 50)).toBeLessThan(2 * Math.sqrt(0.25 / 40) * 100);
});

test('ideas are lost for good where data are replaced, and come back where real data stay', () => {
  for (const [generation, count] of replaced.slice(1).entries())
    expect(count).toBeLessThanOrEqual(replaced[generation] ?? 0);
  expect(accumulated.at(-1)).toBeGreaterThan(accumulated[9] ?? 0);
});
