import { expect, test, vi } from 'vitest';
import { drawSeed, seedInAddress } from './generated-seed.ts';

test.each<[string, number | undefined]>([
  ['?numbers=cache.4821', 4821],
  ['?q=x&numbers=cache.1', 1],
  ['?numbers=other.4821', undefined],
  ['?numbers=cache.0', undefined],
  ['?numbers=cache.123456', undefined],
  ['?numbers=cache.1e3', undefined],
  ['?numbers=cache', undefined],
  ['', undefined],
])('an address that ends in %j asks for %s', (search, seed) => {
  expect(seedInAddress('cache', search)).toBe(seed);
});

test('another exercise is never the same one', () => {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const seed = drawSeed();
  expect(drawSeed(seed)).not.toBe(seed);
  random.mockReturnValue(0.999999);
  expect(drawSeed(99_999)).toBe(1);
});
