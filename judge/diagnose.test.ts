import { expect, test } from 'vitest';
import type { Tolerance } from '#content/problem.ts';
import { diagnose, type Observation } from './diagnose.ts';
import type { KnownMisconception } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';

const text = { en: 'en', zh: 'zh' };
const known = (id: string, outputs: Record<string, PlainData>, right: string[] = []): KnownMisconception => ({
  id,
  right,
  title: text,
  message: text,
  outputs,
});
const close: Tolerance = { kind: 'allclose', rtol: 1e-3, atol: 1e-6, nan: 'reject' };
type Seen = { accepted?: boolean; rule?: Tolerance };
const seen = (
  test: string,
  output: PlainData,
  { accepted = false, rule = close }: Seen = {},
): Observation => ({
  test,
  accepted,
  output,
  rules: { default: rule, fields: {} },
});

// Right answers: a 1, b 2, c 0.
const doubled = known('doubled', { a: 2, b: 4 }, ['c']);
const squared = known('squared', { b: 4 }, ['a', 'c']);

test('the mistake that answers the same on every test is named', () => {
  const diagnosis = diagnose(
    [seen('a', 2.0001), seen('b', 4), seen('c', 0, { accepted: true })],
    [doubled, squared],
  );
  expect(diagnosis).toEqual({ id: 'doubled', title: text, message: text });
});

test('no guess where two mistakes fit, where none does, or where one test speaks against it', () => {
  expect(diagnose([seen('b', 4)], [doubled, squared])).toBeNull();
  expect(diagnose([seen('a', 7)], [doubled, squared])).toBeNull();
  expect(diagnose([seen('a', 2), seen('b', 5)], [doubled, squared])).toBeNull();
});

test('a mistake that fails where the solution was right is not the mistake', () => {
  expect(diagnose([seen('a', 2), seen('b', 2, { accepted: true })], [doubled])).toBeNull();
});

test('a mistake that has no output for a test does not fit it', () => {
  expect(diagnose([seen('a', 2), seen('elsewhere', 1)], [doubled])).toBeNull();
  expect(diagnose([seen('toString', 1)], [doubled])).toBeNull();
});

test('an accepted solution is never diagnosed', () => {
  expect(
    diagnose([seen('a', 2, { accepted: true }), seen('b', 4, { accepted: true })], [doubled]),
  ).toBeNull();
});

test('tests whose values only a validator judges say nothing', () => {
  const structure: Tolerance = { kind: 'structure' };
  expect(diagnose([seen('a', 2, { rule: structure })], [doubled])).toBeNull();
  expect(
    diagnose([seen('a', 7, { rule: structure }), seen('b', 4), seen('c', 0, { accepted: true })], [doubled]),
  ).toMatchObject({ id: 'doubled' });
});

test('NaN where the mistake has NaN is a match', () => {
  expect(diagnose([seen('a', Number.NaN)], [known('no-epsilon', { a: Number.NaN })])).toMatchObject({
    id: 'no-epsilon',
  });
});

test('rounded outputs are compared as integers', () => {
  const rounded: Tolerance = { kind: 'rounded', tie: 1e-3, dtype: 'Int8Array' };
  const wraps = known('wraps', { a: new Int8Array([-128, 1]) });
  expect(diagnose([seen('a', new Int8Array([-128, 1]), { rule: rounded })], [wraps])).toMatchObject({
    id: 'wraps',
  });
  expect(diagnose([seen('a', new Int8Array([-127, 1]), { rule: rounded })], [wraps])).toBeNull();
});
