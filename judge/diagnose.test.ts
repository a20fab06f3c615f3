import { describe, expect, test } from 'vitest';
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
const rules = (rule: Tolerance) => ({ default: rule, fields: {} });
const wrong = (test: string, output: PlainData, rule: Tolerance = close): Observation => ({
  test,
  rules: rules(rule),
  kind: 'wrong',
  output,
});
const right = (test: string): Observation => ({ test, rules: rules(close), kind: 'right' });
const silent = (test: string, rule: Tolerance = close): Observation => ({
  test,
  rules: rules(rule),
  kind: 'silent',
});

// Right answers: a 1, b 2, c 0.
const doubled = known('doubled', { a: 2, b: 4 }, ['c']);
const squared = known('squared', { b: 4 }, ['a', 'c']);

test('the mistake that answers the same on every test is named', () => {
  const diagnosis = diagnose([wrong('a', 2.0001), wrong('b', 4), right('c')], [doubled, squared]);
  expect(diagnosis).toEqual({ id: 'doubled', title: text, message: text });
});

test('no guess where two mistakes fit, where none does, or where one test speaks against it', () => {
  expect(diagnose([wrong('b', 4)], [doubled, squared])).toBeNull();
  expect(diagnose([wrong('a', 7)], [doubled, squared])).toBeNull();
  expect(diagnose([wrong('a', 2), wrong('b', 5)], [doubled, squared])).toBeNull();
});

test('a mistake that fails where the solution was right is not the mistake', () => {
  expect(diagnose([wrong('a', 2), right('b')], [doubled])).toBeNull();
});

test('a mistake that has no output for a test does not fit it', () => {
  expect(diagnose([wrong('a', 2), wrong('elsewhere', 1)], [doubled])).toBeNull();
  expect(diagnose([wrong('toString', 1)], [doubled])).toBeNull();
});

describe('a test without an answer, since the solution threw, ran out or was not run any more,', () => {
  const throwsOnB = known('throws-on-b', { a: 2 }, ['c']);

  test('speaks against a mistake that answers there, or is right there', () => {
    expect(diagnose([wrong('a', 2), silent('b'), right('c')], [doubled])).toBeNull();
    expect(diagnose([wrong('a', 2), wrong('b', 4), silent('c')], [doubled])).toBeNull();
  });

  test('fits the mistake that has no answer there either', () => {
    expect(diagnose([wrong('a', 2), silent('b'), right('c')], [throwsOnB, doubled])).toMatchObject({
      id: 'throws-on-b',
    });
  });

  test('is no evidence by itself', () => {
    expect(diagnose([silent('b'), right('c')], [known('throws-on-b', {}, ['c'])])).toBeNull();
  });

  test('leaves nothing to say where only a validator would have judged the answer', () => {
    const seen = [wrong('a', 2), wrong('b', 4), right('c')];
    expect(diagnose([...seen, silent('d', { kind: 'structure' })], [doubled])).toBeNull();
  });
});

test('an accepted solution is never diagnosed', () => {
  expect(diagnose([right('a'), right('b')], [doubled])).toBeNull();
});

test('tests whose values only a validator judges say nothing', () => {
  const structure: Tolerance = { kind: 'structure' };
  expect(diagnose([wrong('a', 2, structure)], [doubled])).toBeNull();
  expect(diagnose([wrong('a', 7, structure), wrong('b', 4), right('c')], [doubled])).toMatchObject({
    id: 'doubled',
  });
});

test('NaN where the mistake has NaN is a match', () => {
  expect(diagnose([wrong('a', Number.NaN)], [known('no-epsilon', { a: Number.NaN })])).toMatchObject({
    id: 'no-epsilon',
  });
});

test('rounded outputs are compared as integers', () => {
  const rounded: Tolerance = { kind: 'rounded', tie: 1e-3, dtype: 'Int8Array' };
  const wraps = known('wraps', { a: new Int8Array([-128, 1]) });
  expect(diagnose([wrong('a', new Int8Array([-128, 1]), rounded)], [wraps])).toMatchObject({
    id: 'wraps',
  });
  expect(diagnose([wrong('a', new Int8Array([-127, 1]), rounded)], [wraps])).toBeNull();
});
