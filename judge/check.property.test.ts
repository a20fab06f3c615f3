import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { check, errorMargin } from './check.ts';
import { decodePlain, encodePlain, type PlainData } from './plain-data.ts';

const rulesOf = (rule: Tolerance) => ({ default: rule, fields: {} });
const rules = (
  [
    { kind: 'exact' },
    { kind: 'allclose', rtol: 1e-3, atol: 1e-6, nan: 'equal' },
    { kind: 'structure' },
  ] satisfies Tolerance[]
).map(rulesOf);

const leaf = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.float32Array({ maxLength: 5 }),
  fc.float64Array({ maxLength: 5 }),
  fc.int8Array({ maxLength: 5 }),
);
const { data } = fc.letrec<{ data: PlainData }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    leaf as fc.Arbitrary<PlainData>,
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('data'), { maxKeys: 4 }),
  ),
}));

test('what was expected is accepted, also after it crossed a border', () => {
  fc.assert(
    fc.property(data, fc.constantFrom(...rules), (value, rule) => {
      expect(check(value, decodePlain(encodePlain(value)), rule)).toEqual({ accepted: true });
    }),
  );
});

// Few enough to meet by chance, and each easily taken for another.
const lookalikes = fc.constantFrom<PlainData[]>(
  ...[0, -0, 1, '1', 1n, true, '', null, undefined, Number.NaN],
  ...[[], [1], ['1'], [[1]], {}, { a: 1 }, { a: '1' }, { b: 1 }, { a: undefined }],
  ...[new Float32Array([1]), new Float64Array([1]), new Int8Array([1]), new Int8Array(0)],
);

test('exactly: two data stand for each other only where they are written the same, −0 aside', () => {
  const text = (value: PlainData) => encodePlain(value).replaceAll('{"$n":"-0"}', '0');
  const pair = fc.array(lookalikes, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(pair, pair, (one, other) => {
      const { accepted } = check(one, other, rulesOf({ kind: 'exact' }));
      expect(accepted).toBe(text(one) === text(other));
    }),
    { numRuns: 5000 },
  );
});

test('anything at all as a claim is judged, and what is shown of it fits a database and a page', () => {
  fc.assert(
    fc.property(data, fc.anything({ withSparseArray: true, withTypedArray: true }), (value, claimed) => {
      for (const rule of rules) {
        const result = check(value, claimed, rule);
        const shown = JSON.stringify(result);
        expect(shown.length).toBeLessThan(20_000);
        // A backslash that is escaped itself is text, as where `"\u0000"` is written out for a reader.
        expect(shown.replaceAll('\\\\', '')).not.toMatch(/\\u0000|\\ud[89ab]/);
      }
    }),
  );
});

test('NaN in a claim is never accepted where a finite number was expected', () => {
  const finite = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
  const everyRule = [...rules, rulesOf({ kind: 'rounded', tie: 0.5, dtype: 'Int32Array' })];
  fc.assert(
    fc.property(finite, fc.nat(), (values, seed) => {
      const broken = values.with(seed % values.length, Number.NaN);
      for (const rule of everyRule) expect(check(values, broken, rule).accepted).toBe(false);
    }),
  );
});

test('close is what the formula says, element by element', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(number, number, fc.double({ min: 0, max: 1 }), (expected, actual, tolerance) => {
      const rule = rulesOf({ kind: 'allclose', rtol: tolerance, atol: tolerance, nan: 'reject' });
      const within = Math.abs(actual - expected) <= tolerance + tolerance * Math.abs(expected);
      expect(check(new Float64Array([expected]), new Float64Array([actual]), rule).accepted).toBe(within);
    }),
  );
});

test('the margin is the worst error by what is allowed, and nothing where all must be exact', () => {
  const rule = rulesOf({ kind: 'allclose', rtol: 0, atol: 0.5, nan: 'equal' });
  expect(errorMargin([0, 1], [0.1, 1], rule)).toBe(0.2);
  expect(errorMargin({ x: new Float32Array([1, 2]) }, { x: new Float32Array([1, 1.75]) }, rule)).toBe(0.5);
  expect(
    errorMargin([Number.NaN, Number.POSITIVE_INFINITY], [Number.NaN, Number.POSITIVE_INFINITY], rule),
  ).toBe(0);
  expect(errorMargin(0, 0.6, rule)).toBe(Number.POSITIVE_INFINITY);
  expect(errorMargin([3, 'x'], [3, 'x'], rulesOf({ kind: 'exact' }))).toBe(0);
});

test('the margin of a field is by the rule of that field', () => {
  const rules: ToleranceRules = {
    default: { kind: 'exact' },
    fields: { 'layers.scale': { kind: 'allclose', rtol: 0.1, atol: 0, nan: 'reject' } },
  };
  expect(errorMargin({ layers: [{ scale: 10, n: 3 }] }, { layers: [{ scale: 10.5, n: 3 }] }, rules)).toBe(
    0.5,
  );
});
