import { expect, test } from 'vitest';
import { entriesFor } from './entries.ts';
import { createIndex, type FindDocument, openIndex } from './find-index.ts';
import { optionsFor } from './options.ts';

const nothing = { otherTitle: '', topics: '', headings: '', text: '', otherText: '' };
const documents: FindDocument[] = Array.from({ length: 30 }, (_, index) => ({
  kind: 'question',
  slug: `q${index}`,
  ...nothing,
  title: `About pruning, part ${index}`,
  otherTitle: `剪枝之${index}`,
  text: 'Zeros save what the format need not store.',
}));
const find = openIndex(createIndex(documents));
const kinds = (query: string, known = { find, teaches: false }) =>
  optionsFor('en', query, known).map(({ kind }) => kind);
const titles = (query: string) =>
  optionsFor('en', query, { find, teaches: false }).flatMap(({ options }) =>
    options.map(({ title }) => title),
  );

test('before anything is typed, pages and actions are offered', () => {
  expect(kinds('')).toEqual(['page', 'action']);
});

test('actions are found by their name in either language', () => {
  expect(titles('dark')).toEqual(['Theme: dark']);
  expect(titles('深色')).toEqual(['Theme: dark']);
  expect(titles('sign in')).toEqual(['Sign in']);
});

test('every page is found by its name in either language', () => {
  const mine = (query: string) => entriesFor('en', query, { teaches: true }).map(({ id }) => id);
  for (const query of ['mock', 'interview', '模拟面试', '面试'])
    expect(mine(query), query).toEqual(['page-mock']);
  for (const query of ['progress', '进度']) expect(mine(query), query).toEqual(['page-progress']);
  for (const query of ['topics', '主题地图']) expect(mine(query), query).toEqual(['page-topics']);
  for (const query of ['tracks', '学习路线']) expect(mine(query), query).toEqual(['page-tracks']);
});

test('all pages fit in what is offered before anything is typed', () => {
  const [pages] = optionsFor('zh', '', { find, teaches: true });
  const all = entriesFor('zh', '', { teaches: true }).filter(({ kind }) => kind === 'page');
  expect(pages?.options).toHaveLength(all.length);
});

test('of a kind only the best few are shown', () => {
  expect(titles('pruning')).toHaveLength(8);
});

test('what was found in the other language says so', () => {
  const [group] = optionsFor('en', '剪枝', { find, teaches: false });
  expect(group?.options[0]?.detail).toMatch(/^剪枝之/);
});

test('two letters that changed places find what was meant, unless a name was typed', () => {
  const [group] = optionsFor('en', 'prunign', { find, teaches: false });
  expect(group).toMatchObject({ kind: 'question', options: Array(8).fill({ meant: 'pruning' }) });
  const then = openIndex(createIndex([{ ...nothing, kind: 'topic', slug: 'then', title: 'Then' }]));
  expect(then('them')).toMatchObject([{ meant: 'then' }]);
  const groups = optionsFor('en', 'them', { find: then, teaches: false });
  expect(groups.map(({ kind }) => kind)).toEqual(['action']);
});

test('until the index is there, pages and actions answer', () => {
  expect(optionsFor('en', 'map', { find: undefined, teaches: false }).map(({ kind }) => kind)).toEqual([
    'page',
  ]);
});

test('rejudging is offered to instructors alone', () => {
  expect(optionsFor('en', 'rejudging', { find, teaches: false })).toEqual([]);
  expect(optionsFor('en', 'rejudging', { find, teaches: true })).toHaveLength(1);
});
