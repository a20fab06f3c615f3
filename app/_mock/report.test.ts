import { expect, test } from 'vitest';
import { readClock } from './clock.ts';
import { bestAttempt, type FinishedItem, reportMock } from './report.ts';

const begin = new Date('2026-03-01T09:00:00Z');
const later = (minutes: number) => new Date(begin.getTime() + minutes * 60_000);
const clock = readClock(
  [
    { act: 'start', place: 0, at: begin },
    { act: 'go', place: 1, at: later(4) },
    { act: 'pause', place: null, at: later(5) },
    { act: 'resume', place: null, at: later(8) },
    { act: 'finish', place: null, at: later(26) },
  ],
  { minutes: 20, now: later(30) },
);

const asked = (place: number, slug: string, topics: string[]) => ({ place, slug, topics, budgetMs: 240_000 });
const question = (
  place: number,
  slug: string,
  { topics = ['pruning'], named = [0], points = 4, revealed = true } = {},
): FinishedItem => ({ ...asked(place, slug, topics), kind: 'question', named, points, revealed });
const accepted = { id: 'x', status: 'done', verdict: 'AC', score: 100, maxScore: 100 };

const items: FinishedItem[] = [
  question(0, 'half', { named: [0, 2] }),
  question(1, 'forgotten', { named: [] }),
  question(2, 'all', { topics: ['serving'], named: [0, 1, 2, 3] }),
  question(3, 'skipped', { topics: ['cost'], revealed: false, named: [] }),
  question(4, 'most', { topics: ['serving'], named: [0, 1, 2] }),
  { ...asked(5, 'checked', ['serving']), kind: 'check', mark: 'wrong' },
  { ...asked(6, 'known', ['pruning']), kind: 'check', mark: 'right' },
  { ...asked(7, 'left', ['pruning']), kind: 'check', mark: 'unanswered' },
  { ...asked(8, 'prune', ['pruning']), kind: 'problem', attempt: null },
];
const report = reportMock(items, clock, 20);

test('what was looked at counts, and what was skipped is told apart', () => {
  expect([report.points, report.skipped]).toEqual([{ named: 9, all: 16 }, 1]);
  expect(report.checks).toEqual({ right: 1, wrong: 1, all: 3 });
});

test('each item has its time, and the whole how much it is over and how long it was paused', () => {
  expect(report.items.map(({ spentMs }) => spentMs / 60_000).slice(0, 3)).toEqual([4, 19, 0]);
  expect([report.elapsedMs, report.overMs]).toEqual([23 * 60_000, 3 * 60_000]);
  expect(report.pauses).toEqual([{ at: later(5), ms: 180_000 }]);
});

test('the weakest topic comes first; one of which nothing was marked is left out', () => {
  expect(
    report.topics.map(({ topic, named, points, right, checks }) => [topic, named, points, right, checks]),
  ).toEqual([
    ['pruning', 2, 8, 1, 2],
    ['serving', 7, 8, 0, 1],
  ]);
});

test('the problem counts for its topics once it was submitted', () => {
  const withAttempt = (attempt: typeof accepted | null) =>
    reportMock(
      [{ ...asked(0, 'prune', ['pruning', 'cost']), kind: 'problem', attempt }],
      clock,
      20,
    ).topics.map(({ topic, solved, problems }) => `${topic} ${solved}/${problems}`);
  expect(withAttempt(null)).toEqual([]);
  expect(withAttempt(accepted)).toEqual(['cost 1/1', 'pruning 1/1']);
  expect(withAttempt({ ...accepted, verdict: 'WA' })).toEqual(['cost 0/1', 'pruning 0/1']);
});

test('what to look at next: forgotten, wrong, half known, unsolved, skipped; then what lacks little', () => {
  expect(report.next.map(({ slug, reason }) => `${slug} ${reason}`)).toEqual([
    'forgotten forgotten',
    'checked wrong',
    'half hard',
    'prune unsolved',
    'skipped skipped',
    'most missed',
  ]);
});

test('a solved problem and a question of which all was said need no other look', () => {
  const solved = reportMock(
    [
      question(0, 'all', { named: [0, 1, 2, 3] }),
      { ...asked(1, 'prune', []), kind: 'problem', attempt: accepted },
    ],
    clock,
    20,
  );
  expect(solved.next).toEqual([]);
});

test('a question has no grade where its answer was not looked at', () => {
  expect(report.items.map(({ grade }) => grade).slice(0, 4)).toEqual([2, 1, 4, null]);
});

test('of several attempts the accepted one counts, else the one with most points, else the latest', () => {
  const attempt = (id: string, verdict: string | null, score: number | null) => ({
    id,
    verdict,
    score,
    status: verdict === null ? 'queued' : 'done',
    maxScore: 100,
  });
  const pending = attempt('pending', null, null);
  const [wrong, better] = [attempt('wrong', 'WA', 10), attempt('better', 'WA', 60)];
  expect(bestAttempt([])).toBeNull();
  expect(bestAttempt([pending, attempt('older', null, null)])?.id).toBe('pending');
  expect(bestAttempt([pending, wrong, better])?.id).toBe('better');
  expect(bestAttempt([better, accepted, wrong])?.id).toBe('x');
});
