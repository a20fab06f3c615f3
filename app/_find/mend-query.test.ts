import { expect, test } from 'vitest';
import { isOneSlip, mendQuery } from './mend-query.ts';

test.each([
  ['cahce', 'cache'],
  ['acche', 'cache'],
  ['cahe', 'cache'],
  ['caache', 'cache'],
  ['cachr', 'cache'],
  ['cach', 'cache'],
])('%s is one slip from %s, and the other way round', (one, other) => {
  expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([true, true]);
});

test.each([
  ['cache', 'cache'],
  ['cahec', 'cache'],
  ['hcace', 'cache'],
  ['cash', 'cache'],
  ['', 'cache'],
])('%s is not', (one, other) => {
  expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([false, false]);
});

test('only the word that slipped is put right; the rest of the query stays as it was typed', () => {
  expect(mendQuery('KV-Cahce, 量化', [['kv', 'cache', '量化']])).toBe('KV-cache, 量化');
});

test('what is still being typed is no slip', () => {
  expect(mendQuery('quanti cahce', [['quantization', 'cache']])).toBe('quanti cache');
});

test('the best text that has all words decides, and without one nothing is', () => {
  const texts = [['fine'], ['fine', 'tuning'], ['fine', 'turning']];
  expect(mendQuery('fine tunign', texts)).toBe('fine tuning');
  expect(mendQuery('fine sparsity', texts)).toBeNull();
  expect(mendQuery('fine tunign', [])).toBeNull();
});
