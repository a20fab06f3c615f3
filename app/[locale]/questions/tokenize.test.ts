import { expect, test } from 'vitest';
import { createSearch } from './search.ts';
import { tokenize } from './tokenize.ts';

const documents = [
  {
    slug: 'overfitting',
    title: 'How do you tell overfitting? 如何判断过拟合?',
    body: 'L2, dropout, early stopping 早停',
  },
  {
    slug: 'prune',
    title: 'When does pruning pay? 模型剪枝何时划算?',
    body: 'structured sparsity 结构化稀疏',
  },
  { slug: 'lora', title: 'LoRA and fine-tuning 微调', body: 'low-rank 低秩, C++ kernels' },
];
const search = createSearch(documents);

test('Chinese is cut into pairs, Latin words stay whole, widths do not matter', () => {
  expect(tokenize('模型剪枝 with LoRA')).toEqual(['模型', '型剪', '剪枝', 'with', 'lora']);
  expect(tokenize('枝')).toEqual(['枝']);
  expect(tokenize('fine-tuning, C++')).toEqual(['fine-tuning', 'c']);
});

test.each([
  ['剪枝', 'prune'],
  ['过拟合', 'overfitting'],
  ['微', 'lora'],
  ['prun', 'prune'],
  ['ovefitting', 'overfitting'],
  ['早停 dropout', 'overfitting'],
])('searching for %s finds %s', (query, slug) => {
  expect(search(query)[0]).toBe(slug);
});

test('every word has to be there', () => {
  expect(search('剪枝 dropout')).toEqual([]);
  expect(search('蒸馏')).toEqual([]);
});
