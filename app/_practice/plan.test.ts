import { describe, expect, test } from 'vitest';
import type { Grade } from './grade.ts';
import { type Card, defaultSettings, intervalsOf, type PracticeSettings, planDay } from './plan.ts';
import { type CardKey, type Entry, replay } from './replay.ts';

const zone = 'Asia/Shanghai';
const settings = (more: Partial<PracticeSettings> = {}): PracticeSettings => ({
  ...defaultSettings,
  timeZone: zone,
  ...more,
});
const question = (slug: string): CardKey => ({ kind: 'question', slug });
const questions = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(question);

let entries = 0;
const entry = (at: string, act: Entry['act'], grade: Grade | null = null): Entry => {
  entries += 1;
  return { id: String(entries), act, grade, undoes: null, at: new Date(at) };
};
const card = (slug: string, ...log: Entry[]): Card => ({ ...question(slug), ...replay(log) });
const plan = (cards: Card[], now: string, more: Partial<PracticeSettings> = {}) =>
  planDay({ cards, beginnable: questions, settings: settings(more), now: new Date(now) });
const slugs = ({ queue }: { queue: CardKey[] }) => queue.map(({ slug }) => slug);

test('who has just come begins with as many as a day may have, in order', () => {
  const { queue, done, beyond } = plan([], '2026-03-01T12:00:00+08:00');
  expect(slugs({ queue })).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([done, beyond]).toEqual([
    { new: 0, review: 0 },
    { new: 3, review: 0 },
  ]);
});

test('a card is due from four in the morning of its day on, in the user’s time zone', () => {
  // Good on 1 March: back three days later.
  const cards = [card('a', entry('2026-03-01T22:00:00+08:00', 'grade', 3))];
  const reviews = (now: string) => slugs(plan(cards, now, { newPerDay: 0 }));
  expect(reviews('2026-03-04T03:59:00+08:00')).toEqual([]);
  expect(reviews('2026-03-04T04:00:00+08:00')).toEqual(['a']);
  // Graded at one in the morning, it belongs to the day before.
  const late = [card('a', entry('2026-03-02T01:00:00+08:00', 'grade', 3))];
  expect(slugs(plan(late, '2026-03-04T04:00:00+08:00', { newPerDay: 0 }))).toEqual(['a']);
});

test('what was done today counts against the limits of today', () => {
  const cards = [
    card('a', entry('2026-03-01T09:00:00+08:00', 'grade', 3)),
    card('b', entry('2026-02-01T09:00:00+08:00', 'grade', 3), entry('2026-03-01T10:00:00+08:00', 'grade', 3)),
    card('c', entry('2026-02-01T09:00:00+08:00', 'grade', 3)),
    card('d', entry('2026-02-02T09:00:00+08:00', 'grade', 3)),
  ];
  const now = '2026-03-01T12:00:00+08:00';
  const { queue, done, beyond } = plan(cards, now, { newPerDay: 2, reviewsPerDay: 2 });
  expect(done).toEqual({ new: 1, review: 1 });
  expect(slugs({ queue })).toEqual(['c', 'e']);
  expect(beyond).toEqual({ new: 3, review: 1 });
  // The next day has limits of its own.
  expect(slugs(plan(cards, '2026-03-02T12:00:00+08:00', { newPerDay: 2, reviewsPerDay: 2 }))).toEqual([
    'c',
    'd',
    'e',
    'f',
  ]);
});

test('what is buried is back tomorrow, what is suspended when it is brought back', () => {
  const begun = entry('2026-02-01T09:00:00+08:00', 'grade', 3);
  const bury = entry('2026-03-01T11:00:00+08:00', 'bury');
  const suspend = entry('2026-03-01T11:00:00+08:00', 'suspend');
  const resume = entry('2026-03-01T11:30:00+08:00', 'resume');
  const on = (now: string, ...log: Entry[]) => slugs(plan([card('a', ...log)], now, { newPerDay: 1 }));
  const [today, tomorrow] = ['2026-03-01T12:00:00+08:00', '2026-03-02T12:00:00+08:00'];
  expect(on(today, begun, bury)).toEqual(['b']);
  expect(on(tomorrow, begun, bury)).toEqual(['a', 'b']);
  expect(on(tomorrow, begun, suspend)).toEqual(['b']);
  expect(on(today, begun, suspend, resume)).toEqual(['a', 'b']);
  // One that was never begun as well.
  expect(on(today, bury)).toEqual(['b']);
  expect(on(tomorrow, bury)).toEqual(['a']);
});

test('nothing waits beyond the interview, and after it all is as without one', () => {
  const begun = [card('a', entry('2026-03-01T09:00:00+08:00', 'grade', 4))];
  const interviewOn = '2026-03-05';
  const reviews = (now: string, more: Partial<PracticeSettings>) =>
    slugs(plan(begun, now, { newPerDay: 0, ...more }));
  expect(reviews('2026-03-05T12:00:00+08:00', {})).toEqual([]);
  expect(reviews('2026-03-05T12:00:00+08:00', { interviewOn })).toEqual(['a']);
  expect(reviews('2026-03-06T12:00:00+08:00', { interviewOn })).toEqual([]);
  const [fresh] = plan([], '2026-03-03T12:00:00+08:00').queue;
  if (!fresh) throw new Error('there should be something new');
  const from = (now: string) => intervalsOf(fresh, settings({ interviewOn }), new Date(now));
  expect(from('2026-03-03T12:00:00+08:00')).toEqual({ 1: 1, 2: 2, 3: 2, 4: 2 });
  // On the day itself it is over.
  expect(from('2026-03-05T12:00:00+08:00')[4]).toBeGreaterThan(2);
});

test('another time zone changes the day, not the memory', () => {
  const graded = card('a', entry('2026-03-01T09:00:00+08:00', 'grade', 3));
  const now = '2026-03-04T12:00:00+08:00';
  expect(slugs(plan([graded], now, { newPerDay: 0 }))).toEqual(['a']);
  // In Los Angeles it was graded on 28 February and is now the evening of 3 March: due by both calendars.
  expect(slugs(plan([graded], now, { newPerDay: 0, timeZone: 'America/Los_Angeles' }))).toEqual(['a']);
  expect(plan([graded], now, { timeZone: 'America/Los_Angeles' }).today).toBe('2026-03-03');
});

test('the days ahead tell how much comes', () => {
  const cards = [
    card('a', entry('2026-03-01T09:00:00+08:00', 'grade', 3)),
    card('b', entry('2026-03-01T09:00:00+08:00', 'grade', 1)),
    card('c', entry('2026-03-01T09:00:00+08:00', 'grade', 3), entry('2026-03-01T10:00:00+08:00', 'suspend')),
  ];
  expect(plan(cards, '2026-03-01T12:00:00+08:00').ahead).toEqual([1, 0, 1, 0, 0, 0, 0]);
});

describe('a problem', () => {
  const problem = (slug: string, ...log: Entry[]): Card => ({ kind: 'problem', slug, ...replay(log) });
  const now = '2026-03-01T12:00:00+08:00';

  test('that was solved today takes nothing from the new questions of today', () => {
    const solved = ['p', 'q', 'r', 's', 't'].map((slug) =>
      problem(slug, entry('2026-03-01T09:00:00+08:00', 'grade', 3)),
    );
    const { queue, done } = plan(solved, now);
    expect(slugs({ queue })).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(done).toEqual({ new: 0, review: 0 });
  });

  test('that was solved once more is a review', () => {
    const again = problem(
      'p',
      entry('2026-02-01T09:00:00+08:00', 'grade', 3),
      entry('2026-03-01T09:00:00+08:00', 'grade', 3),
    );
    expect(plan([again], now).done).toEqual({ new: 0, review: 1 });
  });

  test('that waits longest is not left out for questions that came due later, and is shown after them', () => {
    const graded = (at: string) => entry(at, 'grade', 3);
    const cards = [
      problem('longest', graded('2026-02-01T09:00:00+08:00')),
      problem('shortest', graded('2026-02-05T09:00:00+08:00')),
      card('a', graded('2026-02-03T09:00:00+08:00')),
      card('b', graded('2026-02-02T09:00:00+08:00')),
      card('c', graded('2026-02-04T09:00:00+08:00')),
    ];
    const { queue, beyond } = plan(cards, now, { newPerDay: 0, reviewsPerDay: 3 });
    expect(slugs({ queue })).toEqual(['b', 'a', 'longest']);
    expect(beyond.review).toBe(2);
  });
});
