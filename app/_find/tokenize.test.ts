import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize, tokenizeText } from './tokenize.ts';

test('Chinese is cut into pairs, Latin words stay whole, widths and case do not matter', () => {
  expect(tokenize('模型剪枝 with LoRA')).toEqual(['模型', '型剪', '剪枝', 'with', 'lora']);
  expect(tokenize('枝')).toEqual(['枝']);
  expect(tokenize('ＬｏＲＡ Ｃ++')).toEqual(['lora', 'c']);
});

test('Latin letters beside Han are a word of their own', () => {
  expect(tokenize('int8量化')).toEqual(['int8', '量化']);
  expect(tokenize('用KV cache')).toEqual(['用', 'kv', 'cache']);
});

test('a word is found by its parts and in one piece, and without what an apostrophe adds', () => {
  expect(tokenize('fine-tuning')).toEqual(['fine', 'tuning']);
  expect(tokenizeText('fine-tuning')).toEqual(['fine', 'tuning', 'finetuning']);
  expect(tokenizeText('the model’s')).toEqual(['the', 'model']);
});

test('the last character of a run can be found by itself, since no pair begins with it', () => {
  expect(tokenizeText('剪枝。')).toEqual(['剪枝', '枝']);
});

const text = fc.string({ unit: fc.constantFrom(...'剪枝量化模型KVab-é’ ，Ａ8．') });

test('whatever is searched for is found in a text that holds it as a whole', () => {
  fc.assert(
    fc.property(text, (query) => {
      const found = tokenizeText(query);
      expect(tokenize(query).every((token) => found.includes(token))).toBe(true);
    }),
  );
});
