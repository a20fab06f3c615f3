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

test('a mistake is explained by the question its author named, else by the first of the problem', () => {
  const explaining = (named?: string, problem = 'prune') =>
    findExplaining(questions, { problem, named })?.slug;
  expect(explaining('elsewhere')).toBe('elsewhere');
  expect(explaining()).toBe('narrow');
  expect(explaining('gone-since')).toBe('narrow');
  expect(explaining(undefined, 'top-k-top-p')).toBeUndefined();
});
