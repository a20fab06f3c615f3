import { expect, test } from 'vitest';
import type { Check } from '#content/question.ts';
import { shownPartners, shownSteps } from '../[locale]/questions/shown-places.ts';
import { type FixedCheck, fixNumbers } from './fix-numbers.ts';
import { markCheck } from './mark-check.ts';

const option = (correct: boolean) => ({ text: 'x', correct, feedback: 'x' });
const choice: FixedCheck = {
  id: 'c',
  kind: 'choice',
  prompt: '',
  multiple: true,
  options: [option(true), option(false), option(true)],
};
const number: FixedCheck = {
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
  ['1400,5', 'right'],
  ['1411', 'wrong'],
  ['many', 'wrong'],
  [' ', 'unanswered'],
])('the number “%s” is %s', (text, mark) => {
  expect(markCheck(number, { text })).toBe(mark);
});

const quantity: FixedCheck = {
  id: 'q',
  kind: 'quantity',
  prompt: '',
  answer: '16 GB',
  tolerance: 0.01,
  feedback: { right: '', wrong: '' },
};

test.each([
  ['16 GB', 'right'],
  ['1.6e10 B', 'right'],
  ['160 亿字节', 'right'],
  ['16 GiB', 'wrong'],
  ['16', 'wrong'],
  ['17 GB', 'wrong'],
])('the quantity “%s” is %s', (text, mark) => {
  expect(markCheck(quantity, { text })).toBe(mark);
});

const order: Extract<FixedCheck, { kind: 'order' }> = {
  id: 'o',
  kind: 'order',
  prompt: '',
  steps: ['first', 'second', 'third', 'fourth'].map((text) => ({ text, feedback: '' })),
};

test('steps are right in their order alone, by the places at which they were shown', () => {
  const shown = shownSteps(order);
  const right = order.steps.map((_step, place) => shown.indexOf(place));
  expect(markCheck(order, { chosen: right })).toBe('right');
  expect(markCheck(order, { chosen: [...right].reverse() })).toBe('wrong');
  expect(markCheck(order, { chosen: [0, 1, 2, 3] })).toBe('wrong');
  expect(markCheck(order, { chosen: right.slice(0, 3) })).toBe('wrong');
  expect(markCheck(order, { chosen: right.map(() => right[0] ?? 0) })).toBe('wrong');
});

const match: Extract<FixedCheck, { kind: 'match' }> = {
  id: 'm',
  kind: 'match',
  prompt: '',
  pairs: [
    { left: 'a', right: 'shared', feedback: '' },
    { left: 'b', right: 'own', feedback: '' },
    { left: 'c', right: 'shared', feedback: '' },
  ],
};

test('pairs are right where each has its partner, several the same', () => {
  const partners = shownPartners(match);
  expect(new Set(partners)).toEqual(new Set(['own', 'shared']));
  expect(partners).toHaveLength(2);
  const right = match.pairs.map((pair) => partners.indexOf(pair.right) + 1);
  expect(markCheck(match, { chosen: right })).toBe('right');
  expect(markCheck(match, { chosen: right.with(1, 0) })).toBe('wrong');
  expect(markCheck(match, { chosen: right.map((partner) => 3 - partner) })).toBe('wrong');
});

test('fresh numbers are the same each time for one interview, in both languages, and right by the same rules', async () => {
  const generated: Check = { id: 'g', kind: 'generated', generator: 'lora-parameters' };
  const at = (mockId: string, locale: 'en' | 'zh' = 'en') =>
    fixNumbers(generated, { locale, mockId, place: 3 });
  const first = await at('one');
  expect(await at('one')).toEqual(first);
  expect(await at('another')).not.toEqual(first);
  const chinese = await at('one', 'zh');
  if (first.kind !== 'quantity' || chinese.kind !== 'quantity') throw new Error('they ask for a quantity');
  expect(chinese.answer).toBe(first.answer);
  expect(chinese.prompt).not.toBe(first.prompt);
  expect(markCheck(first, { text: first.answer })).toBe('right');
  expect(markCheck(first, { text: `1${first.answer}` })).toBe('wrong');
});

test('no answer, and one of another kind, are none', () => {
  expect([
    markCheck(choice, null),
    markCheck(choice, { text: '1' }),
    markCheck(number, { chosen: [1] }),
    markCheck(order, { chosen: [] }),
    markCheck(match, { text: 'own' }),
    markCheck(quantity, { chosen: [1] }),
  ]).toEqual(Array(6).fill('unanswered'));
});
