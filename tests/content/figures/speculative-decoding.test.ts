import { expect, test } from 'vitest';
import { best, emitted, target } from './speculative-decoding.ts';

test('what comes out is distributed as the target says', () => {
  for (const [i, share] of target.entries()) expect(emitted[i]).toBeCloseTo(share, 12);
});

test('the best number of drafted tokens is eight with a cheap draft and four with a dear one', () => {
  expect(best(0.8, 0.05)).toBe(8);
  expect(best(0.8, 0.2)).toBe(4);
});
