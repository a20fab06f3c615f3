import { expect, test } from 'vitest';
import { errors, mxfp4, toFloat } from './low-precision-formats.ts';

test('FP4 has the eight magnitudes that the page lists', () => {
  const found = Array.from({ length: 121 }, (_, i) => toFloat(i / 20, { mantissa: 1, least: 0, top: 6 }));
  expect([...new Set(found)]).toEqual([0, 0.5, 1, 1.5, 2, 3, 4, 6]);
});

test('the largest value of the example block is clipped, and a 22 becomes 24', () => {
  expect(mxfp4([0.9, -0.13, 0.02, 0.3])[0]).toBe(0.75);
  expect(mxfp4([22, 9])).toEqual([24, 8]);
});

test('integers are finer for even values, floats bear outliers until their range ends', () => {
  expect(errors.int8()).toBeLessThan(errors.e4m3());
  expect(errors.e4m3(100)).toBeLessThan(errors.int8Blocks(100));
  expect(errors.e4m3(100_000)).toBeGreaterThan(errors.e5m2(100_000));
});

test('a small gradient outlives FP16 only where it is scaled, and divided in something wider', () => {
  const inFp16 = (x: number) => toFloat(x, { mantissa: 10, least: -14, top: 65_504 });
  const gradient = 1.5 * 2 ** -26;
  expect(inFp16(gradient)).toBe(0);
  const scaled = inFp16(gradient * 2 ** 15);
  expect(scaled / 2 ** 15).toBe(gradient);
  expect(inFp16(scaled / 2 ** 15)).toBe(0);
});
