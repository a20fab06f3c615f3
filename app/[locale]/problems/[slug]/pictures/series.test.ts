import { expect, test } from 'vitest';
import { encodePlain } from '#judge/plain-data.ts';
import { compareSeries, errorsOf, histogram, rangeOf, seriesOf } from './series.ts';

test('typed arrays, lists and matrices are found where they stand; a shape beside them says how wide they are', () => {
  const value = {
    layers: [{ kernel: { values: new Int8Array([1, 2, 3, 4, 5, 6]), shape: [2, 3] } }],
    logits: [
      [1, 2],
      [3, 4],
    ],
    losses: [0.5, 0.25],
    name: 'dense',
  };
  expect(seriesOf(encodePlain(value))).toEqual([
    { path: 'layers[0].kernel.values', values: [1, 2, 3, 4, 5, 6], columns: 3, typed: true },
    { path: 'logits', values: [1, 2, 3, 4], columns: 2, typed: false },
    { path: 'losses', values: [0.5, 0.25], columns: null, typed: false },
  ]);
});

test('each series of the output meets what it should be and what it was made of', () => {
  const weights = (values: number[]) => new Float32Array(values);
  const compared = compareSeries({
    args: encodePlain({
      layers: [{ kernel: weights([1, 2]), bias: weights([3]) }, { kernel: weights([4, 5]) }],
    }),
    expected: encodePlain({ weights: [weights([0, 2]), weights([0]), weights([4, 0])] }),
    output: encodePlain({ weights: [weights([1, 0]), weights([0]), weights([4, 0])] }),
  });
  expect(compared).toEqual([
    { path: 'weights[0]', expected: [0, 2], actual: [1, 0], before: [1, 2], columns: 2 },
    { path: 'weights[1]', expected: [0], actual: [0], before: [3], columns: 1 },
    { path: 'weights[2]', expected: [4, 0], actual: [4, 0], before: [4, 5], columns: 2 },
  ]);
});

test('what is no tensor was not made of an input that is only as long', () => {
  const texts = {
    args: encodePlain({ student: [[1, 0]] }),
    expected: encodePlain([1, 2]),
    output: encodePlain([2, 1]),
  };
  expect(compareSeries(texts)).toMatchObject([{ before: null }]);
});

test('an output of another length is not drawn beside what it should be', () => {
  const texts = { args: encodePlain({}), expected: encodePlain([1, 2]), output: encodePlain([1]) };
  expect(compareSeries(texts)).toEqual([]);
});

test('a number that is not finite is as wrong as can be, unless it is expected', () => {
  expect(
    errorsOf({ expected: [1, Number.NaN, 2, Number.NaN], actual: [1.5, Number.NaN, Number.NaN, 1] }),
  ).toEqual([0.5, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
});

test('the ends of a histogram belong to it, and numbers that are not finite are left out', () => {
  const all = { low: 0, high: 4, bins: 4 };
  expect(histogram([0, 1, 1.5, 4, Number.NaN, Number.POSITIVE_INFINITY], all)).toEqual([1, 2, 0, 1]);
  expect(histogram([3, 3], { low: 3, high: 3, bins: 4 })).toEqual([2, 0, 0, 0]);
});

test('a million values have a range, and values that are not finite have one, too', () => {
  expect(rangeOf(Array.from({ length: 1_000_000 }, (_, i) => -i))).toEqual({ low: -999_999, high: -0 });
  expect(rangeOf([Number.NaN, Number.POSITIVE_INFINITY])).toEqual({ low: 0, high: 1 });
});
