import { expect, test } from 'vitest';
import { suggestNext } from './suggest-next.ts';

const questions = [
  { slug: 'a', checkIds: ['1'], problems: ['prune'] },
  { slug: 'b', checkIds: ['1'], problems: [] },
  { slug: 'c', checkIds: ['1'], problems: [] },
];
const seen = (day: number, checks: string[] = []) => ({ seenAt: `2026-01-0${day}`, points: [], checks });

test('a first visit is told nothing', () => {
  expect(suggestNext(questions, {})).toEqual({ last: undefined, next: undefined });
});

test('what was begun comes before what is new', () => {
  expect(suggestNext(questions, { a: seen(2), c: seen(1) })).toEqual({
    last: 'a',
    next: { kind: 'questions', slug: 'c', reason: 'continue' },
  });
});

test('then something new, and when all is done, the code', () => {
  expect(suggestNext(questions, { a: seen(1, ['1']) }).next).toEqual({
    kind: 'questions',
    slug: 'b',
    reason: 'fresh',
  });
  const done = { a: seen(3, ['1']), b: seen(2, ['1']), c: seen(1, ['1']) };
  expect(suggestNext(questions, done).next).toEqual({ kind: 'problems', slug: 'prune', reason: 'solve' });
});
