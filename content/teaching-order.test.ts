import { expect, test } from 'vitest';
import { listQuestions } from './list-questions.ts';
import { byTeaching, inTeachingOrder } from './teaching-order.ts';

const map = ['training', 'inference', 'quantization', 'serving'];
const question = (slug: string, difficulty: 'easy' | 'medium' | 'hard', ...topics: string[]) => ({
  slug,
  difficulty,
  topics,
});

test('one begins with what is easy, and goes along the map of topics', () => {
  const questions = [
    question('paged attention', 'hard', 'inference', 'serving'),
    question('prices', 'medium', 'inference', 'serving'),
    question('formats', 'medium', 'quantization', 'training'),
    question('rooflines', 'medium', 'inference', 'quantization'),
    question('prefill', 'medium', 'inference'),
    question('serving', 'easy', 'serving'),
  ];
  expect(byTeaching(questions, map).map(({ slug }) => slug)).toEqual([
    'serving',
    'prefill',
    'rooflines',
    'prices',
    'formats',
    'paged attention',
  ]);
});

test('the questions of this site are told apart by it, and the first is an easy one', async () => {
  const listed = await listQuestions(import.meta.dirname);
  const ordered = await inTeachingOrder(import.meta.dirname, listed);
  expect(ordered).toHaveLength(listed.length);
  expect(ordered[0]?.difficulty).toBe('easy');
  expect(ordered.at(-1)?.difficulty).toBe('hard');
  expect(ordered).toEqual(await inTeachingOrder(import.meta.dirname, listed.toReversed()));
});
