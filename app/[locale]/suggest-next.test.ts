import { expect, test } from 'vitest';
import { type Progress, stateOf } from './questions/progress.ts';
import { suggestNext } from './suggest-next.ts';

const questions = [
  { slug: 'a', problems: ['prune'] },
  { slug: 'b', problems: [] },
  { slug: 'c', problems: ['distill'] },
];
const seen = (day: number, checks: string[] = []) => ({ seenAt: `2026-01-0${day}`, points: [], checks });

type Visited = {
  progress?: Progress;
  practised?: string[];
  drafts?: Record<string, number>;
  tried?: string[];
};

/** Each question has one check. */
function suggested({ progress = {}, practised = [], drafts = {}, tried = [] }: Visited) {
  const stateIn = (slug: string) => stateOf(progress[slug], ['1'], practised.includes(slug));
  const states = Object.fromEntries(questions.map(({ slug }) => [slug, stateIn(slug)]));
  return suggestNext({ questions, states, progress, drafts, tried });
}

test('a first visit is told nothing', () => {
  expect(suggested({})).toEqual({ last: undefined, next: undefined });
});

test('what was begun comes before what is new', () => {
  expect(suggested({ progress: { a: seen(2), c: seen(1) } })).toEqual({
    last: { kind: 'questions', slug: 'a' },
    next: { kind: 'questions', slug: 'c', reason: 'continue' },
  });
});

test('then something new, and when all is done, code that was not begun', () => {
  expect(suggested({ progress: { a: seen(1, ['1']) } }).next).toEqual({
    kind: 'questions',
    slug: 'b',
    reason: 'fresh',
  });
  const progress = { a: seen(3, ['1']), b: seen(2, ['1']), c: seen(1, ['1']) };
  const code = { kind: 'problems', slug: 'distill', reason: 'solve' };
  expect(suggested({ progress, drafts: { prune: 5 } }).next).toEqual(code);
  expect(suggested({ progress, tried: ['prune'] }).next).toEqual(code);
});

test('code written after the last question is where one left off', () => {
  const later = Date.parse('2026-01-05');
  const { last } = suggested({ progress: { a: seen(4) }, drafts: { quantize: later } });
  expect(last).toEqual({ kind: 'problems', slug: 'quantize' });
});

test('who only practised, or solved elsewhere, is no first visit either', () => {
  expect(suggested({ practised: ['b'] })).toEqual({
    last: undefined,
    next: { kind: 'questions', slug: 'b', reason: 'continue' },
  });
  expect(suggested({ tried: ['prune'] }).next).toEqual({ kind: 'questions', slug: 'a', reason: 'fresh' });
});
