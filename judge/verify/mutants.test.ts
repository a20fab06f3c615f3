import { expect, test } from 'vitest';
import type { PlainData } from '../plain-data.ts';
import { halfPrecision, mutants, sparingInputs } from './mutants.ts';

const output: PlainData = {
  count: 3,
  big: 10n,
  scales: new Float32Array([0.1, 2]),
  rows: [[1.5, 2.5], []],
  note: 'fine',
};

function mutated(name: string, from: PlainData = output, args: PlainData = { n: 1 }): PlainData {
  const mutant = mutants.find((one) => one.name === name);
  if (!mutant) throw new Error(`there is no mutant that ${name}`);
  return mutant.mutate(from, args);
}

test.each<[string, PlainData]>([
  ['returns nothing', undefined],
  ['returns its input', { n: 1 }],
  ['returns zeros', { count: 0, big: 10n, scales: new Float32Array(2), rows: [[0, 0], []], note: 'fine' }],
  [
    'returns NaN',
    {
      count: Number.NaN,
      big: 10n,
      scales: new Float32Array([Number.NaN, Number.NaN]),
      rows: [[Number.NaN, Number.NaN], []],
      note: 'fine',
    },
  ],
  [
    'returns text for numbers',
    { count: '3', big: '10', scales: new Float32Array([0.1, 2]), rows: [['1.5', '2.5'], []], note: 'fine' },
  ],
  [
    'returns one element less',
    { count: 3, big: 10n, scales: new Float32Array([0.1]), rows: [[1.5]], note: 'fine' },
  ],
  [
    'returns its elements in reverse',
    { count: 3, big: 10n, scales: new Float32Array([2, 0.1]), rows: [[], [2.5, 1.5]], note: 'fine' },
  ],
  [
    'returns its matrices transposed',
    { count: 3, big: 10n, scales: new Float32Array([0.1, 2]), rows: [[1.5, 2.5], []], note: 'fine' },
  ],
  [
    'returns another dtype',
    {
      count: 3,
      big: 10n,
      scales: new Float64Array(new Float32Array([0.1, 2])),
      rows: [[1.5, 2.5], []],
      note: 'fine',
    },
  ],
  ['leaves out a key', { count: 3, big: 10n, scales: new Float32Array([0.1, 2]), rows: [[1.5, 2.5], []] }],
])('a solution that %s', (name, expected) => {
  expect(mutated(name)).toEqual(expected);
});

test('half precision keeps eleven bits, and integers whole', () => {
  expect(halfPrecision.mutate([1 + 2 ** -10, 1 + 2 ** -12, 1_000_001], null)).toEqual([
    1 + 2 ** -10,
    1,
    1_000_001,
  ]);
});

test('a matrix is transposed, as rows and beside its shape', () => {
  expect(
    mutated('returns its matrices transposed', {
      rows: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      tensor: { values: new Int8Array([1, 2, 3, 4, 5, 6]), shape: [2, 3] },
      ragged: [[1], [2, 3]],
    }),
  ).toEqual({
    rows: [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
    tensor: { values: new Int8Array([1, 4, 2, 5, 3, 6]), shape: [2, 3] },
    ragged: [[1], [2, 3]],
  });
});

test('what came in is no part of an answer, and no mutant dies of it', () => {
  const afterwards = { x: new Float64Array([0.1, 0.2]) };
  const zeros = mutants.find(({ name }) => name === 'returns zeros');
  const nothing = mutants.find(({ name }) => name === 'returns nothing');
  const output = { answer: [1, 2], afterwards };
  expect(sparingInputs(output, (answer) => zeros?.mutate(answer, null))).toEqual({
    answer: [0, 0],
    afterwards,
  });
  expect(sparingInputs(output, (answer) => nothing?.mutate(answer, null))).toBe(undefined);
  expect(sparingInputs([1, 2], (answer) => zeros?.mutate(answer, null))).toEqual([0, 0]);
});
