import { expect, test } from 'vitest';
import { filterQuestions, noFilter, type QuestionItem, readFilter } from './filter-questions.ts';

const item = (slug: string, topic: string, difficulty: QuestionItem['difficulty']): QuestionItem => ({
  slug,
  title: slug,
  words: `${slug} 标题`,
  difficulty,
  topics: [{ id: topic, name: topic }],
  checkIds: [],
});
const items = [
  item('prune', 'pruning', 'easy'),
  item('sparse', 'pruning', 'hard'),
  item('lora', 'peft', 'hard'),
];
const known = { states: { lora: 'done' as const }, find: undefined, bookmarks: new Set(['sparse']) };
const shown = (change: Partial<typeof noFilter>) =>
  filterQuestions(items, { ...noFilter, ...change }, known).map(({ item }) => item.slug);

test('what an address asks for is what is shown', () => {
  expect(readFilter(new URLSearchParams('q=%E5%89%AA%E6%9E%9D&topic=pruning&other=1'))).toEqual({
    q: '剪枝',
    topic: 'pruning',
    difficulty: '',
    state: '',
    kept: '',
  });
});

test('filters hold together, and an empty one lets all pass', () => {
  expect(shown({})).toEqual(['prune', 'sparse', 'lora']);
  expect(shown({ topic: 'pruning', difficulty: 'hard' })).toEqual(['sparse']);
  expect(shown({ state: 'new' })).toEqual(['prune', 'sparse']);
  expect(shown({ topic: 'pruning', state: 'done' })).toEqual([]);
});

test('of what is bookmarked the list can be had alone; until that is known, nothing is left out', () => {
  expect(shown({ kept: 'bookmarked' })).toEqual(['sparse']);
  expect(shown({ kept: 'bookmarked', topic: 'peft' })).toEqual([]);
  const unknown = { ...known, bookmarks: undefined };
  expect(filterQuestions(items, { ...noFilter, kept: 'bookmarked' }, unknown)).toHaveLength(3);
});

test('before the index is there, titles in both languages are searched', () => {
  expect(shown({ q: 'Lor' })).toEqual(['lora']);
  expect(shown({ q: '标题', topic: 'pruning' })).toEqual(['prune', 'sparse']);
});
