import { expect, test } from 'vitest';
import { openSession, type SessionCard, type SessionEvent, step } from './session-state.ts';

const card = (slug: string): SessionCard => ({
  kind: 'question',
  slug,
  title: slug,
  isNew: true,
  leech: false,
  intervals: { 1: 1, 2: 2, 3: 3, 4: 15 },
});
const after = (...events: SessionEvent[]) => events.reduce(step, openSession([card('a'), card('b')]));
const grade: SessionEvent = {
  kind: 'act',
  entryId: '1',
  act: { kind: 'grade', grade: 3 },
  notes: 'my notes',
};
const tick = (index: number, on = true): SessionEvent => ({ kind: 'tick', index, on });

test('a graded card gives way to the next, which is not revealed', () => {
  expect(after({ kind: 'reveal' }, tick(1), grade)).toMatchObject({
    cards: [{ slug: 'b' }],
    revealed: false,
    ticked: [],
  });
});

test('undo shows the card as it was: revealed, with its ticks and notes', () => {
  const before = after({ kind: 'reveal' }, tick(2), tick(0), tick(2, false), tick(1));
  const undone = [grade, { kind: 'undo' } as const].reduce(step, before);
  expect(undone).toEqual(before);
  expect(undone.ticked).toEqual([0, 1]);
});

test('a card that was being graded when the page was loaded again is as it was', () => {
  const before = after({ kind: 'reveal' }, tick(0), tick(2));
  expect(after({ kind: 'reopen', ticked: before.ticked })).toEqual(before);
});

test('what was set aside without a look comes back unrevealed', () => {
  const bury: SessionEvent = { kind: 'act', entryId: '1', act: { kind: 'bury' }, notes: '' };
  expect(after(bury, { kind: 'undo' })).toEqual(after());
});

test('undo works at the end, and does nothing at the beginning', () => {
  const end = after(grade, { ...grade, entryId: '2' });
  expect(end.cards).toEqual([]);
  expect(step(end, { kind: 'undo' }).cards.map(({ slug }) => slug)).toEqual(['b']);
  expect(after({ kind: 'undo' })).toEqual(after());
  expect(step(end, grade)).toEqual(end);
});
