import { expect, test } from 'vitest';
import { plainSentence } from './plain-sentence.ts';

test('marks, links and formulas become words', () => {
  expect(plainSentence('Use **LoRA** ([paper](https://x.org)): `r` is $r \\ll d$, $2 \\times 3$.', 200)).toBe(
    'Use LoRA (paper): r is r d, 2 × 3.',
  );
});

test('what is too long ends at a word, in Chinese at a character', () => {
  expect(plainSentence('one two three four', 15)).toBe('one two three…');
  expect(plainSentence('剪枝之后，模型变小了，也变快了。', 11)).toBe('剪枝之后，模型变小了…');
});
