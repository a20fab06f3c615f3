import { expect, test } from 'vitest';
import type { ItemJson } from '#app/api/v1/mocks/shape.ts';
import type { Check } from '#content/question.ts';
import { getQuestions } from '../questions/questions.ts';
import { viewItem } from './item-view.ts';

const questions = new Map((await getQuestions()).map((question) => [question.slug, question]));

async function view(kind: Check['kind'], mockId = 'one') {
  for (const { slug, text } of questions.values()) {
    const check = text.en.checks.find((one) => one.kind === kind);
    if (!check) continue;
    const item: ItemJson = {
      place: 1,
      kind: 'check',
      slug,
      check: check.id,
      beyond: null,
      budgetMs: 60_000,
      notes: '',
      revealed: false,
      points: [],
      answer: null,
    };
    const shown = await viewItem(item, { mockId, locale: 'en', questions, problem: undefined });
    return { check, shown };
  }
  throw new Error(`no question has a check of the kind ${kind}`);
}

const always = [
  'asks',
  'beyond',
  'budgetMs',
  'difficulty',
  'kind',
  'place',
  'promptHtml',
  'slug',
  'title',
  'topics',
];

test.each([
  ['choice', 'choice', ['multiple', 'optionsHtml']],
  ['number', 'number', ['unit']],
  ['quantity', 'quantity', ['hint']],
  ['generated', 'quantity', ['hint']],
  ['order', 'order', ['stepsHtml']],
  ['match', 'match', ['leftHtml', 'partners']],
] as const)(
  'of a %s the page is given what it asks, and nothing of what is right',
  async (kind, asks, own) => {
    const { shown } = await view(kind);
    expect(shown).toMatchObject({ asks });
    expect(new Set(Object.keys(shown))).toEqual(new Set([...always, ...own]));
  },
);

test('steps are not given in their order', async () => {
  const { check, shown } = await view('order');
  if (check.kind !== 'order' || shown.kind !== 'check' || shown.asks !== 'order')
    throw new Error('it asks for an order');
  expect(shown.stepsHtml).toHaveLength(check.steps.length);
  const inPlace = check.steps.filter(({ text }, place) => shown.stepsHtml[place]?.includes(text));
  expect(inPlace.length).toBeLessThan(check.steps.length);
});

test('fresh numbers are those of the interview', async () => {
  const prompt = async (mockId: string) => {
    const { shown } = await view('generated', mockId);
    return shown.kind === 'check' ? shown.promptHtml : '';
  };
  expect(await prompt('one')).toBe(await prompt('one'));
  const others = await Promise.all(['two', 'three', 'four', 'five'].map(prompt));
  expect(new Set(others).size).toBeGreaterThan(1);
});
