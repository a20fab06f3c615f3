import { expect, test } from 'vitest';
import { applyFilters, type ListedProblem, parseFilters, queryOf } from './list-filters.ts';

const problem = (slug: string, change: Partial<ListedProblem> = {}): ListedProblem => ({
  slug,
  name: { en: `Problem ${slug}`, zh: `题目 ${slug}` },
  difficulty: 'easy',
  topics: ['pruning'],
  state: 'new',
  acceptance: null,
  bookmarked: false,
  ...change,
});
const problems = [
  problem('one'),
  problem('two', { state: 'solved' }),
  problem('three', { topics: ['peft'], bookmarked: true }),
];
const shown = (query: Record<string, string>) =>
  applyFilters(problems, parseFilters(query)).map(({ item }) => item.slug);

test('what an address does not know is no filter', () => {
  expect(shown({ difficulty: 'impossible', state: 'x', more: 'y' })).toEqual(['one', 'two', 'three']);
  expect(parseFilters({ q: ['a', 'b'], topic: ['c'] })).toEqual({});
});

test('filters and words hold together, in either language', () => {
  expect(shown({ topic: 'pruning', state: 'new' })).toEqual(['one']);
  expect(shown({ q: '题目 three' })).toEqual(['three']);
  expect(shown({ q: 'problem two', state: 'new' })).toEqual([]);
  expect(shown({ kept: 'bookmarked' })).toEqual(['three']);
  expect(shown({ kept: 'bookmarked', topic: 'pruning' })).toEqual([]);
});

test('an address holds its filters, and none of what a form sends empty', () => {
  const sent = { q: 'x', topic: 'peft', difficulty: '', state: '' };
  expect(queryOf(parseFilters(sent))).toBe('?q=x&topic=peft');
  expect(queryOf(parseFilters({ ...sent, q: '', topic: '' }))).toBe('');
});
