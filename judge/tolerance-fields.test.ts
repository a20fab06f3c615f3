import { expect, test } from 'vitest';
import type { Tolerance } from '#content/problem.ts';
import type { GradableGroup } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import { findStrayFields } from './tolerance-fields.ts';

const exact: Tolerance = { kind: 'exact' };
const close: Tolerance = { kind: 'allclose', rtol: 1e-3, atol: 0, nan: 'reject' };

function groupOf(name: string, fields: string[], expected: PlainData[]): GradableGroup {
  return {
    name,
    title: { en: name, zh: name },
    points: 0,
    sample: false,
    tolerance: { default: exact, fields: Object.fromEntries(fields.map((field) => [field, close])) },
    fullFeedback: false,
    validator: false,
    tests: expected.map((value, i) => ({
      name: `secret/${name}/${i}`,
      hint: null,
      description: null,
      args: null,
      heldOut: undefined,
      expected: value,
    })),
  };
}

const yaml = {
  'problem.yaml': 'slug: x\ntolerance:\n  default: { kind: exact }\n  fields:\n    scales: { kind: exact }\n',
};

test('a misspelt field is told where it stands, with those that there are', () => {
  const groups = [groupOf('1-small', ['scales'], [{ scale: 0.5, values: new Float32Array(2) }])];
  expect(findStrayFields({ yaml }, { groups })).toEqual([
    {
      file: 'problem.yaml',
      line: 5,
      message: 'expected a field of the expected outputs (scale, values), got scales',
    },
  ]);
});

test('a field that one test has, however deep, is one, and so is what it is in', () => {
  const rules = ['layers', 'layers.kernel', 'layers.kernel.scale', 'error'];
  const deep = { layers: [{ name: 'a' }, { kernel: { scale: Number.NaN, none: null } }] };
  const groups = [
    groupOf('1-small', rules, [7, { layers: [] }]),
    groupOf('2-large', rules, [deep, { error: 'x' }]),
  ];
  expect(findStrayFields({ yaml }, { groups })).toEqual([]);
  expect(findStrayFields({ yaml }, { groups: groups.slice(0, 1) }).map(({ message }) => message)).toEqual(
    ['layers.kernel', 'layers.kernel.scale', 'error'].map(
      (key) => `expected a field of the expected outputs (layers), got ${key}`,
    ),
  );
});

test('a group with a tolerance of its own needs the fields in its own tests', () => {
  const own = 'data/secret/2-large/test_group.yaml';
  const groups = [groupOf('1-small', ['scale'], [{ scale: 1 }]), groupOf('2-large', ['scale'], [[1, 2]])];
  const both = { ...yaml, [own]: 'name: x\ntolerance:\n  fields:\n    scale: { kind: exact }\n' };
  expect(findStrayFields({ yaml: both }, { groups })).toEqual([
    {
      file: own,
      line: 4,
      message: 'expected no fields, since no expected output has any, got scale',
    },
  ]);
});
