import { describe, expect, test } from 'vitest';
import type { Tolerance, ToleranceRules } from '#content/problem.ts';
import { roundHalfToEven } from './check/leaf.ts';
import { check, rightAnswer } from './check.ts';
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
    ['a hole where undefined was expected', [undefined, 2], Object.assign(new Array(2), { 1: 2 })],
    ['a claimed length beyond all memory', [1, 2], Object.assign([1, 2], { length: 2 ** 32 - 1 })],
    ['a Map for an object without keys', {}, new Map([['a', 1]])],
    ['a Date for an object without keys', {}, new Date(0)],
    ['an array for an object without keys', {}, []],
    ['a key __proto__ beside the right ones', { a: 1 }, JSON.parse('{"a": 1, "__proto__": 1}')],
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

  test('arrays of integers are exact, also where a group lets floats be near', () => {
    const near: Tolerance = { kind: 'allclose', rtol: 0.5, atol: 5, nan: 'reject' };
    expect(accepts(new Float32Array([7]), new Float32Array([8]), rules(near))).toBe(true);
    for (const Integers of [Int8Array, Uint8Array, Int32Array])
      expect(accepts(new Integers([7]), new Integers([8]), rules(near))).toBe(false);
    expect(accepts(7n, 8n, rules(near))).toBe(false);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is close to no finite number',
    (value) => {
      for (const rule of [exact, close, structure]) {
        expect(accepts(1, value, rules(rule))).toBe(false);
        expect(accepts(new Float32Array([1, 2]), new Float32Array([1, value]), rules(rule))).toBe(false);
      }
    },
  );

  test('what is not finite is told by its place, before any value is looked at', () => {
    const expected = { layers: [{ scale: 1, values: new Float32Array(3) }] };
    const claimed = { layers: [{ scale: 2, values: new Float32Array([0, Number.NaN, 0]) }] };
    expect(check(expected, claimed, rules(close))).toMatchObject({
      failure: {
        kind: 'structure',
        path: 'layers[0].values[1]',
        expected: 'a finite number',
        actual: 'NaN',
      },
    });
  });

  test('only structure compared: any finite number and any text will do', () => {
    expect(accepts({ a: 1, b: 'x' }, { a: 2, b: 'y' }, rules(structure))).toBe(true);
    expect(accepts(new Float32Array([1]), new Float32Array([2]), rules(structure))).toBe(true);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'only structure compared: where %d is expected, nothing else will do',
    (value) => {
      const others = [5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      const got = others.filter((other) => accepts(value, other, rules(structure)));
      expect(got).toEqual([value]);
      expect(accepts(new Float32Array([value]), new Float32Array([value]), rules(structure))).toBe(true);
      expect(accepts(new Float32Array([value]), new Float32Array([5]), rules(structure))).toBe(false);
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

function valuesFailure(expected: PlainData, claimed: unknown, rule = exact) {
  const result = check(expected, claimed, rules(rule));
  if (result.accepted || result.failure.kind !== 'values') throw new Error('expected a failure of values');
  return result.failure;
}

describe('a failure shows', () => {
  test('its field and the worst five elements, with all their indices', () => {
    const expected = { weights: [new Float32Array(10), new Float32Array(2)] };
    const claimed = {
      weights: [Float32Array.from({ length: 10 }, (_, i) => i), new Float32Array([-20, 0])],
    };
    const failure = valuesFailure(expected, claimed);
    expect(failure).toMatchObject({ path: 'weights', wrong: 10, total: 12 });
    expect(failure.worst.map(({ index }) => index)).toEqual([
      [1, 0],
      [0, 9],
      [0, 8],
      [0, 7],
      [0, 6],
    ]);
    expect(failure.worst[0]).toMatchObject({ expected: '0', actual: '-20', difference: '20' });
  });

  test('a float32 by the digits that tell it apart, a double by all', () => {
    const [float] = valuesFailure(new Float32Array([0.1]), new Float32Array([0.3])).worst;
    expect(float).toMatchObject({ expected: '0.1', actual: '0.3', difference: '0.2' });
    const [double] = valuesFailure(0.1, 0.1 + 2 ** -52).worst;
    expect(double).toMatchObject({ expected: '0.1', actual: '0.10000000000000023' });
  });

  test('the integer that was wanted, and the quotient it is rounded from', () => {
    const failure = valuesFailure(
      { q: new Float64Array([2.5, 7, 1.2]) },
      { q: new Int8Array([3, 5, 1]) },
      rounded(0),
    );
    expect(failure).toMatchObject({ wrong: 2, total: 3 });
    expect(failure.worst).toEqual([
      { index: [1], expected: '7', actual: '5', difference: '2' },
      { index: [0], expected: '2', actual: '3', difference: '1', quotient: '2.5' },
    ]);
  });

  test('NaN where it was expected, bigints and texts', () => {
    expect(valuesFailure(Number.NaN, 1).worst[0]).toMatchObject({ expected: 'NaN', actual: '1' });
    expect(valuesFailure(10n, 7n).worst[0]).toEqual({
      index: [],
      expected: '10n',
      actual: '7n',
      difference: '3n',
    });
    expect(valuesFailure('a', 'b').worst[0]).toEqual({
      index: [],
      expected: '"a"',
      actual: '"b"',
      difference: '',
    });
  });

  test('nothing of a stranger’s text that turns, colours or floods the page', () => {
    const evil = `\u202e\u001b[31m\0\ud800${'x'.repeat(1e6)}`;
    const [shown] = valuesFailure('a', evil).worst;
    expect(shown?.actual).toMatch(/^"\\u001b\[31m\\u0000\\ud800x+"$/);
    expect(shown?.actual.length).toBeLessThan(1000);
    const keys = check({ a: 1 }, { [evil]: 1 }, rules(exact));
    expect(JSON.stringify(keys)).not.toMatch(/\u202e|\\u001b|\\u0000|\\ud800/);
    expect(JSON.stringify(keys).length).toBeLessThan(1000);
  });
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

test('a million wrong values are counted, and five of them kept', () => {
  const expected = new Float32Array(1e6);
  const failure = valuesFailure(
    expected,
    expected.map((_, i) => (i % 1000) + 1),
  );
  expect(failure).toMatchObject({ wrong: 1e6, total: 1e6 });
  expect(failure.worst.map(({ difference }) => difference)).toEqual(['1000', '1000', '1000', '1000', '1000']);
});

test('an object of 50,000 keys is compared key by key once', () => {
  const wide = (value: number) =>
    Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, value]));
  expect(accepts(wide(1), wide(1), rules(exact))).toBe(true);
  expect(accepts(wide(1), wide(2), rules(exact))).toBe(false);
});

describe('a right answer', () => {
  const rule = rules(exact, { 'layers.kernel.values': rounded(1e-3), zeroPoint: rounded(0) });
  const expected = {
    layers: [{ name: 'a', kernel: { values: new Float64Array([2.5, -3.5, 126.7]), scale: 0.25 } }],
    zeroPoint: 3.4,
    none: null,
  };

  test('has the integers that quotients are rounded to, all else as it is expected', () => {
    expect(rightAnswer(expected, rule)).toEqual({
      layers: [{ name: 'a', kernel: { values: new Int8Array([2, -4, 127]), scale: 0.25 } }],
      zeroPoint: 3,
      none: null,
    });
  });

  test('is accepted, where the expected output itself is not', () => {
    expect(accepts(expected, rightAnswer(expected, rule), rule)).toBe(true);
    expect(accepts(expected, expected, rule)).toBe(false);
  });
});
