import { expect, test } from 'vitest';
import type { Check } from '#content/question.ts';
import { markCheck } from './mark-check.ts';

const option = (correct: boolean) => ({ text: 'x', correct, feedback: 'x' });
const choice: Check = {
  id: 'c',
  kind: 'choice',
  prompt: '',
  multiple: true,
  options: [option(true), option(false), option(true)],
};
const number: Check = {
  id: 'n',
  kind: 'number',
  prompt: '',
  answer: 1400,
  tolerance: 10,
  unit: 'GB',
  feedback: { right: '', wrong: '' },
};

test.each([
  [[0, 2], 'right'],
  [[0], 'wrong'],
  [[0, 1, 2], 'wrong'],
  [[], 'unanswered'],
] as const)('options %j are %s', (chosen, mark) => {
  expect(markCheck(choice, { chosen: [...chosen] })).toBe(mark);
});

test.each([
  ['1,400', 'right'],
  ['１４０５', 'right'],
  ['1411', 'wrong'],
  ['many', 'wrong'],
  [' ', 'unanswered'],
])('the number “%s” is %s', (text, mark) => {
  expect(markCheck(number, { text })).toBe(mark);
});

test('no answer, and one of another kind, are none', () => {
  expect([
    markCheck(choice, null),
    markCheck(choice, { text: '1' }),
    markCheck(number, { chosen: [1] }),
  ]).toEqual(['unanswered', 'unanswered', 'unanswered']);
});
