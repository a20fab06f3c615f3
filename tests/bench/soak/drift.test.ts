import { expect, test } from 'vitest';
import { driftOf } from './drift.ts';

const tolerance = { share: 0.1, least: 2 };

test('what wavers is flat, what climbs is not, what falls is', () => {
  const wavering = Array.from({ length: 40 }, (_, i) => 100 + (i % 2 === 0 ? 5 : -5));
  expect(driftOf('memory', wavering, tolerance)).toMatchObject({ mean: 100, flat: true });
  const climbing = wavering.map((value, i) => value + i);
  expect(driftOf('memory', climbing, tolerance)).toMatchObject({ flat: false });
  expect(driftOf('memory', climbing.toReversed(), tolerance)).toMatchObject({ flat: true });
});

test('the rise is that of the line from the first window to the last', () => {
  expect(driftOf('descriptors', [10, 20, 30, 40], tolerance)).toMatchObject({
    mean: 25,
    rise: 30,
    allowed: 2.5,
  });
});

test('a small figure may waver by what is nothing', () => {
  expect(driftOf('descriptors', [3, 3, 4, 4], tolerance)).toMatchObject({ flat: true });
  expect(driftOf('descriptors', [3, 5, 7, 9], tolerance)).toMatchObject({ flat: false });
});

test('two windows are no line', () => {
  expect(() => driftOf('latency', [1, 2], tolerance)).toThrow('run it longer');
});
