import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markPieces, opening, snippet } from './mark.ts';

const marked = (text: string, terms: string[]) =>
  markPieces(text, terms)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['模型剪枝何时划算', ['剪枝'], '模型[剪枝]何时划算'],
  ['模型剪枝，剪枝', ['模型', '型剪', '剪枝'], '[模型剪枝]，[剪枝]'],
  ['The KV cache, and kv-caches', ['kv', 'cache'], 'The [KV] [cache], and [kv]-caches'],
  ['Fine-tuning and finetuning', ['finetuning'], '[Fine-tuning] and [finetuning]'],
  ['用ＬｏＲＡ微调', ['lora'], '用[ＬｏＲＡ]微调'],
  ['the model’s size', ['model'], 'the [model’s] size'],
  ['nothing of it', ['lora'], 'nothing of it'],
])('in “%s” %j is marked', (text, terms, expected) => {
  expect(marked(text, terms)).toBe(expected);
});

const words = fc.array(fc.constantFrom('kv', 'lora', '剪枝', '枝', 'ａ', '’', '-', ' ', '，', 'LoRA', 'KV'));

test('marking changes no letter of a text', () => {
  fc.assert(
    fc.property(words, fc.array(fc.constantFrom('kv', 'lora', '剪枝', '枝', 'a')), (parts, terms) => {
      const text = parts.join('');
      const pieces = markPieces(text, terms);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
  );
});

test('a snippet is the passage that holds most of the words, cut around the first of them', () => {
  const text = 'Only the cache.\nBoth the KV and the cache are here.';
  expect(snippet(text, ['kv', 'cache'])).toBe('Both the KV and the cache are here.');
  const long = `${'before and '.repeat(20)}the needle${' and after'.repeat(20)}`;
  expect(snippet(long, ['needle'])).toMatch(/^…(and|before).*the needle and after.*…$/);
  expect(snippet(text, ['lora'])).toBeNull();
});

test('a Chinese snippet is half as long, since its characters are twice as wide', () => {
  expect(opening('字'.repeat(200))).toBe(`${'字'.repeat(60)}…`);
  expect(opening('short')).toBe('short');
});
