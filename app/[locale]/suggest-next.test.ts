import { expect, test } from 'vitest';
import { suggestNext } from './suggest-next.ts';

const questions = [
  { slug: 'a', checkIds: ['1'], problems: ['prune'] },
  { slug: 'b', checkIds: ['1'], problems: [] },
  { slug: 'c', checkIds: ['1'], problems: ['distill'] },
];
const seen = (day: number, checks: string[] = []) => ({ seenAt: `2026-01-0${day}`, points: [], checks });
const drafts = {};

test('a first visit is told nothing', () => {
  expect(suggestNext({ questions, progress: {}, drafts })).toEqual({ last: undefined, next: undefined });
});

test('what was begun comes before what is new', () => {
  expect(suggestNext({ questions, progress: { a: seen(2), c: seen(1) }, drafts })).toEqual({
    last: { kind: 'questions', slug: 'a' },
    next: { kind: 'questions', slug: 'c', reason: 'continue' },
  });
});

test('then something new, and when all is done, code that was not begun', () => {
  expect(suggestNext({ questions, progress: { a: seen(1, ['1']) }, drafts }).next).toEqual({
    kind: 'questions',
    slug: 'b',
    reason: 'fresh',
  });
  const progress = { a: seen(3, ['1']), b: seen(2, ['1']), c: seen(1, ['1']) };
  expect(suggestNext({ questions, progress, drafts: { prune: 5 } }).next).toEqual({
    kind: 'problems',
    slug: 'distill',
    reason: 'solve',
  });
});

test('code written after the last question is where one left off', () => {
  const later = Date.parse('2026-01-05');
  const visit = { questions, progress: { a: seen(4) }, drafts: { quantize: later } };
  expect(suggestNext(visit).last).toEqual({ kind: 'problems', slug: 'quantize' });
});
