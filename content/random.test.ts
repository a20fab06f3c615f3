import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceFrom, seedOf, shuffledPlaces } from './random.ts';

test('what is shuffled has every place once and is not in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.string(), (length, name) => {
      const places = shuffledPlaces(length, seedOf(name));
      const inOrder = Array.from({ length }, (_, index) => index);
      expect([...places].sort((a, b) => a - b)).toEqual(inOrder);
      expect(places).not.toEqual(inOrder);
      expect(shuffledPlaces(length, seedOf(name))).toEqual(places);
    }),
  );
});

test('every item of a list is drawn, and none too often', () => {
  const drawn = new Map<string, number>();
  for (let seed = 1; seed <= 3000; seed++) {
    const item = chanceFrom(seed).pick(['a', 'b', 'c']);
    drawn.set(item, (drawn.get(item) ?? 0) + 1);
  }
  for (const item of ['a', 'b', 'c']) expect(Math.abs((drawn.get(item) ?? 0) - 1000)).toBeLessThan(120);
});
