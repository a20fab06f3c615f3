import { expect, test } from 'vitest';
import { findExplaining, questionsOf } from './questions-of.ts';

const question = (slug: string, ...problems: string[]) => ({
  slug,
  problems,
  title: { en: slug, zh: slug },
});
const questions = [
  question('broad', 'prune', 'quantize', 'distill'),
  question('elsewhere', 'distill'),
  question('second', 'quantize', 'prune'),
  question('narrow', 'prune'),
];

test('the questions of a problem begin with the one that is about little else', () => {
  expect(questionsOf(questions, 'prune').map(({ slug }) => slug)).toEqual(['narrow', 'broad', 'second']);
  expect(questionsOf(questions, 'top-k-top-p')).toEqual([]);
});

test('a mistake is explained by the question its author named, and by none that nobody named', () => {
  expect(findExplaining(questions, 'elsewhere')?.slug).toBe('elsewhere');
  expect(findExplaining(questions, undefined)).toBeUndefined();
  expect(findExplaining(questions, 'gone-since')).toBeUndefined();
});
