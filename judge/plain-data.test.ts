import { expect, test } from 'vitest';
import { decodePlain, encodePlain, type PlainData } from './plain-data.ts';

const values: PlainData[] = [
  null,
  undefined,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  '\0 lone \ud800 surrogate',
  [undefined, [1, { a: undefined }]],
  { $n: 'NaN', other: { $o: [] } },
  JSON.parse('{"__proto__": {"polluted": true}}') as PlainData,
  { values: new Int8Array([-128, 127]), scale: new Float32Array([0.1, Number.NaN]), shape: [2] },
  new Float64Array(0),
];

test.each(values.map((value) => [value]))('what goes through comes out the same: %o', (value) => {
  expect(decodePlain(encodePlain(value))).toStrictEqual(value);
});

test('a part of a buffer crosses without the rest of it', () => {
  const view = new Float32Array([1, 2, 3, 4]).subarray(1, 3);
  const out = decodePlain(encodePlain(view)) as Float32Array;
  expect([...out]).toEqual([2, 3]);
  expect(out.buffer.byteLength).toBe(8);
});

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
test.each([
  ['a function', { f: () => 1 }, 'f'],
  ['a symbol', [Symbol('s')], '[0]'],
  ['a Map', { a: [new Map()] }, 'a[0]'],
  ['a boxed number', new Number(703), ''],
  ['a DataView', new DataView(new ArrayBuffer(8)), ''],
  ['shared memory', new Uint8Array(new SharedArrayBuffer(8)), ''],
  ['a promise', Promise.resolve(1), ''],
])('%s is refused with its place', (_name, value, path) => {
  expect(() => encodePlain(value)).toThrow(expect.objectContaining({ code: 'NOT_PLAIN_DATA', path }));
});

test('a cycle is refused instead of overflowing the stack', () => {
  expect(() => encodePlain(cycle)).toThrow(/cycle/);
});

test.each([
  '{"$n":"1"}',
  '{"$n":"toString"}',
  '{"$b":"x"}',
  '{"$a":"Buffer","d":""}',
  '{"$a":"Float32Array","d":"AAA="}',
  '{"$x":1}',
  '{"$o":[1]}',
  '{',
])('malformed text is refused: %s', (text) => {
  expect(() => decodePlain(text)).toThrow(SyntaxError);
});
