import { expect, test } from 'vitest';
import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { encodePlain } from '#judge/plain-data.ts';
import { compareSeries, histogram, rangeOf, seriesOf, wrongSeries } from './series.ts';

const exact: ToleranceRules = { default: { kind: 'exact' }, fields: {} };

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
    { path: 'layers[0].kernel.values', values: [1, 2, 3, 4, 5, 6], columns: 3, kind: 'integers' },
    { path: 'logits', values: [1, 2, 3, 4], columns: 2, kind: 'list' },
    { path: 'losses', values: [0.5, 0.25], columns: null, kind: 'list' },
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
    tolerance: exact,
  });
  expect(compared).toEqual([
    { path: 'weights[0]', expected: [0, 2], actual: [1, 0], errors: [1, 2], before: [1, 2], columns: 2 },
    { path: 'weights[1]', expected: [0], actual: [0], errors: [0], before: [3], columns: 1 },
    { path: 'weights[2]', expected: [4, 0], actual: [4, 0], errors: [0, 0], before: [4, 5], columns: 2 },
  ]);
});

test('what is no tensor was not made of an input that is only as long', () => {
  const texts = {
    args: encodePlain({ student: [[1, 0]] }),
    expected: encodePlain([1, 2]),
    output: encodePlain([2, 1]),
    tolerance: exact,
  };
  expect(compareSeries(texts)).toMatchObject([{ before: null }]);
});

test('an output of another length is not drawn beside what it should be', () => {
  const texts = { args: encodePlain({}), expected: encodePlain([1, 2]), output: encodePlain([1]) };
  const tolerance = exact;
  expect(compareSeries({ ...texts, tolerance })).toEqual([]);
});

/** Of how much each element is off, compared by a rule. */
function errorsUnder(rule: Tolerance, expected: number[], actual: number[]): number[] | undefined {
  const tolerance = { default: rule, fields: {} };
  const texts = { args: encodePlain({}), expected: encodePlain(expected), output: encodePlain(actual) };
  return compareSeries({ ...texts, tolerance })[0]?.errors;
}

test('a number that is not finite is as wrong as can be, unless it is expected', () => {
  expect(
    errorsUnder(exact.default, [1, Number.NaN, 2, Number.NaN], [1.5, Number.NaN, Number.NaN, 1]),
  ).toEqual([0.5, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  const close = { kind: 'allclose', rtol: 0, atol: 1, nan: 'reject' } as const;
  expect(errorsUnder(close, [Number.NaN], [Number.NaN])).toEqual([Number.POSITIVE_INFINITY]);
});

test('what lies within the tolerance is not off', () => {
  const close = { kind: 'allclose', rtol: 0.01, atol: 0.125, nan: 'reject' } as const;
  expect(errorsUnder(close, [0, 0, 100], [0.125, 0.25, 101])).toEqual([0, 0.25, 0]);
});

test('integers are exact, whatever floats beside them may be off by', () => {
  const tolerance: ToleranceRules = {
    default: { kind: 'allclose', rtol: 0, atol: 5, nan: 'reject' },
    fields: {},
  };
  const errorsOf = (expected: object, actual: object) =>
    compareSeries({
      args: encodePlain({}),
      expected: encodePlain(expected),
      output: encodePlain(actual),
      tolerance,
    })[0]?.errors;
  expect(errorsOf(new Int32Array([7, 8]), new Int32Array([7, 9]))).toEqual([0, 1]);
  expect(errorsOf(new Float32Array([7, 8]), new Float32Array([7, 9]))).toEqual([0, 0]);
});

test('quotients are met by their rounding, and are shown as it', () => {
  const tolerance: ToleranceRules = {
    default: { kind: 'rounded', tie: 0.001, dtype: 'Int8Array' },
    fields: {},
  };
  const compared = compareSeries({
    args: encodePlain({}),
    expected: encodePlain({ values: new Float64Array([126.6, 2.5, -1.2, 3.4999]) }),
    output: encodePlain({ values: new Int8Array([127, 2, 1, 4]) }),
    tolerance,
  });
  expect(compared).toMatchObject([
    { expected: [127, 2, -1, 3], actual: [127, 2, 1, 4], errors: [0, 0, 2, 0] },
  ]);
});

test('quantized values were made of the kernel at their place, not of any array that is as long', () => {
  const layer = (values: number[], scale: number[], bias: number[]) => ({
    kernel: { values: new Int8Array(values), scale: new Float32Array(scale), shape: [2, 2] },
    bias: new Int32Array(bias),
  });
  const compared = compareSeries({
    args: encodePlain({
      layers: [{ kernel: new Float32Array([0.5, -1, 0.25, 1]), bias: new Float32Array([3, 4]) }],
      calibration: new Float32Array([1, 2, 3, 4]),
    }),
    expected: encodePlain({ layers: [layer([64, -127, 32, 127], [0.1, 0.2], [3, 4])] }),
    output: encodePlain({ layers: [layer([0, 0, 0, 0], [0.1, 0.2], [3, 4])] }),
    tolerance: exact,
  });
  expect(compared.map(({ path, before }) => [path, before])).toEqual([
    ['layers[0].kernel.values', [0.5, -1, 0.25, 1]],
    ['layers[0].kernel.scale', null],
    ['layers[0].bias', [3, 4]],
  ]);
});

test('the series in which the failure was found comes first, before others that are off; those within tolerance are none', () => {
  const tolerance: ToleranceRules = {
    default: { kind: 'exact' },
    fields: { near: { kind: 'allclose', rtol: 0, atol: 0.5, nan: 'reject' } },
  };
  const texts = {
    args: encodePlain({}),
    expected: encodePlain({
      near: [[1, 1], [[1, 1]]],
      early: [1, 2],
      layers: [{ late: [1, 2] }, { late: [1, 2] }],
    }),
    output: encodePlain({
      near: [[1.25, 1], [[1, 1.25]]],
      early: [1, 3],
      layers: [{ late: [1, 2] }, { late: [3, 2] }],
    }),
  };
  const paths = (failing: string) => wrongSeries({ ...texts, tolerance }, failing).map(({ path }) => path);
  expect(paths('layers.late')).toEqual(['layers[1].late', 'early']);
  expect(paths('early')).toEqual(['early', 'layers[1].late']);
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
