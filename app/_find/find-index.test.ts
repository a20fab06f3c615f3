import { expect, test } from 'vitest';
import { createIndex, type FindDocument, openIndex } from './find-index.ts';

const none = { otherTitle: '', topics: '', headings: '', text: '', otherText: '' };
const documents: FindDocument[] = [
  {
    ...none,
    kind: 'question',
    slug: 'overfitting',
    title: '如何判断过拟合？',
    otherTitle: 'How do you tell overfitting?',
    text: 'L2、dropout、早停',
    otherText: 'L2, dropout, early stopping',
  },
  {
    ...none,
    kind: 'question',
    slug: 'prune',
    title: '模型剪枝何时划算？',
    otherTitle: 'When does pruning pay?',
    headings: '结构化剪枝',
    text: '结构化稀疏',
    otherText: 'structured sparsity',
  },
  {
    ...none,
    kind: 'problem',
    slug: 'lora',
    title: '合并 LoRA',
    otherTitle: 'Merge LoRA adapters',
    topics: 'fine-tuning Fine-tuning 微调',
    text: '低秩更新，int8量化之后再合并',
  },
];
// As it comes to the browser.
const find = openIndex(JSON.parse(JSON.stringify(createIndex(documents))));
const slugs = (query: string) => find(query).map(({ slug }) => slug);

test.each([
  ['剪枝', 'prune'],
  ['枝', 'prune'],
  ['剪', 'prune'],
  ['过拟合', 'overfitting'],
  ['微', 'lora'],
  ['prun', 'prune'],
  ['ovefitting', 'overfitting'],
  ['早停 dropout', 'overfitting'],
  ['早停 early', 'overfitting'],
  ['ＬｏＲＡ', 'lora'],
  ['finetuning', 'lora'],
  ['fine-tuning', 'lora'],
  ['int8', 'lora'],
  ['量化', 'lora'],
])('searching for %s finds %s', (query, slug) => {
  expect(slugs(query)[0]).toBe(slug);
});

test('every word has to be there', () => {
  expect(slugs('剪枝 dropout')).toEqual([]);
  expect(slugs('蒸馏')).toEqual([]);
  expect(slugs('  ？ ')).toEqual([]);
});

test('what is only in the other language is found, and what is shown is this one’s', () => {
  expect(find('adapters')).toMatchObject([{ slug: 'lora', title: '合并 LoRA' }]);
});

test('a slip in a word marks the word that was meant, a single Han character itself', () => {
  expect(find('adaptrs')[0]?.terms).toEqual(['adapters']);
  expect(find('剪')[0]?.terms).toEqual(['剪']);
});

test.each([
  ['dropuot', 'dropout', 'overfitting'],
  ['lroa', 'lora', 'lora'],
  ['早停 Dropuot', '早停 dropout', 'overfitting'],
  ['Merge lroa', 'Merge lora', 'lora'],
])('%s finds what %s does, and says so', (query, meant, slug) => {
  expect(find(query)).toMatchObject([{ slug, meant }]);
  expect(find(query)[0]?.terms).toEqual(find(meant)[0]?.terms);
});

test('what finds something is searched for as it was typed', () => {
  expect(find('lora')).toMatchObject([{ slug: 'lora', meant: null }]);
  expect(find('adaptrs')).toMatchObject([{ slug: 'lora', meant: null }]);
});

test('a word too short to tell a slip, or one of Han, stands as it was typed', () => {
  expect(slugs('l2x')).toEqual([]);
  expect(slugs('枝剪')).toEqual([]);
});
