import { expect, test } from 'vitest';
import { cacheOfToken, llama } from '../known.ts';

test('the cache of a Llama-2-7B sequence is 2 GiB, and seven outweigh the weights', () => {
  const bytes = 4096 * cacheOfToken(llama);
  expect(bytes).toBe(2 * 2 ** 30);
  expect(7 * bytes).toBeGreaterThan(14e9);
  expect(6 * bytes).toBeLessThan(14e9);
});
