import { describe, expect, test } from 'vitest';
import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { roundHalfToEven } from './check/leaf.ts';
import { check } from './check.ts';
import type { PlainData } from './plain-data.ts';

const exact: Tolerance = { kind: 'exact' };
const close: Tolerance = { kind: 'allclose', rtol: 1e-3, atol: 1e-6, nan: 'reject' };
const structure: Tolerance = { kind: 'structure' };
const rounded = (tie: number): Tolerance => ({ kind: 'rounded', tie, dtype: 'Int8Array' });
const rules = (rule: Tolerance, fields: Record<string, Tolerance> = {}): ToleranceRules => ({
  default: rule,
  fields,
});
const accepts = (expected: PlainData, claimed: unknown, rule: ToleranceRules) =>
  check(expected, claimed, rule).accepted;

describe('what is not the same kind of thing is wrong, whatever its value', () => {
  test.each<[string, PlainData, unknown]>([
    ['a text for a number', 703, '703'],
    ['a bigint for a number', 703, 703n],
    ['a boolean for a number', 1, true],
    ['a boxed number', 703, new Number(703)],
    ['nothing for a number', 703, undefined],
    ['null for a number', 703, null],
    ['an array around a number', 703, [703]],
    ['an object with valueOf', 703, { valueOf: () => 703 }],
    // biome-ignore lint/suspicious/noThenProperty: a thenable is the attack
    ['a thenable', 703, { then: () => 703 }],
    ['an array one short', [1, 2], [1]],
    ['an array one long', [1, 2], [1, 2, 3]],
    ['a sparse array', [undefined, 2], Object.assign(new Array(2), { 1: 2, length: 3 })],
    ['an object that looks like an array', [1, 2], { 0: 1, 1: 2, length: 2 }],
    ['a plain array for a Float32Array', new Float32Array([1]), [1]],
    ['another dtype', new Float32Array([1]), new Float64Array([1])],
    ['a DataView', new Uint8Array([1]), new DataView(new ArrayBuffer(1))],
    ['a missing key', { a: 1, b: 2 }, { a: 1 }],
    ['an unknown key', { a: 1 }, { a: 1, b: 2 }],
    ['an inherited key', { a: 1 }, Object.create({ a: 1 })],
    ['an own __proto__ in place of a key', { a: 1 }, JSON.parse('{"__proto__": {"a": 1}}')],
  ])('%s', (_name, expected, claimed) => {
    for (const rule of [exact, close, structure]) {
      expect(check(expected, claimed, rules(rule))).toMatchObject({
        accepted: false,
        failure: { kind: 'structure' },
      });
    }
  });
});

describe('numbers', () => {
  test('−0 is 0, and NaN is only what was expected to be NaN', () => {
    expect(accepts(0, -0, rules(exact))).toBe(true);
    expect(accepts(-0, 0, rules(exact))).toBe(true);
    expect(accepts(Number.NaN, Number.NaN, rules(exact))).toBe(true);
    expect(accepts(1, Number.NaN, rules(exact))).toBe(false);
    expect(accepts(Number.NaN, 1, rules(exact))).toBe(false);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is close to no finite number',
    (value) => {
      expect(accepts(1, value, rules(close))).toBe(false);
      expect(accepts(new Float32Array([1, 2]), new Float32Array([1, value]), rules(close))).toBe(false);
      expect(accepts(1, value, rules(structure))).toBe(false);
    },
  );

  test('NaN is close to NaN only where the problem says so, and infinity only to itself', () => {
    expect(accepts(Number.NaN, Number.NaN, rules(close))).toBe(false);
    expect(accepts(Number.NaN, Number.NaN, rules({ ...close, nan: 'equal' }))).toBe(true);
    expect(accepts(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, rules(close))).toBe(true);
    expect(accepts(Number.POSITIVE_INFINITY, Number.MAX_VALUE, rules(close))).toBe(false);
  });

  test('close means atol + rtol · |expected|, bound included', () => {
    const rule = rules({ kind: 'allclose', rtol: 0.25, atol: 0.5, nan: 'reject' });
    expect(accepts(4, 5.5, rule)).toBe(true);
    expect(accepts(4, 2.5, rule)).toBe(true);
    expect(accepts(4, 5.5000001, rule)).toBe(false);
    expect(accepts(-4, -5.5, rule)).toBe(true);
  });
});

describe('rounding', () => {
  test.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, -0],
    [-1.5, -2],
    [-2.5, -2],
    [0.49999999999999994, 0],
    [126.5, 126],
  ])('%d rounds half to even to %d', (value, wanted) => {
    expect(roundHalfToEven(value) === wanted).toBe(true);
  });

  test('near a tie either neighbour is right, elsewhere one alone', () => {
    const quotients = new Float64Array([2.5004, 2.4996, 2.6, -1.5004]);
    const rule = rules(rounded(1e-3));
    expect(accepts(quotients, new Int8Array([3, 2, 3, -2]), rule)).toBe(true);
    expect(accepts(quotients, new Int8Array([2, 3, 3, -1]), rule)).toBe(true);
    expect(accepts(quotients, new Int8Array([3, 2, 2, -2]), rule)).toBe(false);
    expect(accepts(quotients, new Int8Array([4, 2, 3, -2]), rule)).toBe(false);
  });

  test('with tie 0 an exact tie has one answer, the even one', () => {
    const quotients = new Float64Array([2.5, -2.5]);
    expect(accepts(quotients, new Int8Array([2, -2]), rules(rounded(0)))).toBe(true);
    expect(accepts(quotients, new Int8Array([3, -2]), rules(rounded(0)))).toBe(false);
  });

  test('the dtype asked for is the only one', () => {
    expect(accepts(new Float64Array([1]), new Float64Array([1]), rules(rounded(0)))).toBe(false);
    expect(accepts(new Float64Array([1]), new Int32Array([1]), rules(rounded(0)))).toBe(false);
  });
});

test('the rule of the longest path holds', () => {
  const rule = rules(exact, { layers: close, 'layers.scale': exact });
  const expected = { layers: [{ scale: 1, offset: 1 }], count: 1 };
  expect(accepts(expected, { layers: [{ scale: 1, offset: 1.0005 }], count: 1 }, rule)).toBe(true);
  expect(accepts(expected, { layers: [{ scale: 1.0005, offset: 1 }], count: 1 }, rule)).toBe(false);
  expect(accepts(expected, { layers: [{ scale: 1, offset: 1 }], count: 1.0005 }, rule)).toBe(false);
});

test('a failure names the field and shows the worst five, NaN first', () => {
  const expected = { weights: [new Float32Array(10), new Float32Array(2)] };
  const claimed = {
    weights: [Float32Array.from({ length: 10 }, (_, i) => i), new Float32Array([Number.NaN, 0])],
  };
  const result = check(expected, claimed, rules(exact));
  if (result.accepted || result.failure.kind !== 'values') throw new Error('expected a failure of values');
  expect(result.failure).toMatchObject({ path: 'weights', wrong: 10, total: 12 });
  expect(result.failure.worst.map((element) => element.index)).toEqual([
    [1, 0],
    [0, 9],
    [0, 8],
    [0, 7],
    [0, 6],
  ]);
  expect(result.failure.worst[0]).toMatchObject({ expected: '0', actual: 'NaN' });
});

test('a claimed monster costs no more than the expected output', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 1e5; i++) deep = [deep];
  expect(accepts(1, deep, rules(exact))).toBe(false);
  expect(accepts([1], deep, rules(exact))).toBe(false);
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect(accepts([[1]], cycle, rules(exact))).toBe(false);
});
