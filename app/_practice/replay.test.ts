import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grade } from './grade.ts';
import { type Entry, isLeech, replay, unseen } from './replay.ts';

const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => new Date(ms));
const act = fc.oneof(
  fc.constantFrom<Grade>(1, 2, 3, 4).map((grade) => ({ act: 'grade' as const, grade })),
  fc
    .constantFrom('bury' as const, 'suspend' as const, 'resume' as const)
    .map((one) => ({ act: one, grade: null })),
);
const entry: fc.Arbitrary<Entry> = fc
  .tuple(fc.uuid(), at, act)
  .map(([id, moment, chosen]) => ({ id, at: moment, undoes: null, ...chosen }));

const undoOf = (id: string, moment: Date): Entry => ({
  id: `undo of ${id}`,
  act: 'undo',
  grade: null,
  undoes: id,
  at: moment,
});

/** A log with some of its entries undone. */
const log: fc.Arbitrary<Entry[]> = fc
  .uniqueArray(entry, { selector: ({ id }) => id, maxLength: 20 })
  .chain((entries) =>
    fc
      .subarray(entries)
      .chain((undone) => fc.tuple(...undone.map(({ id }) => at.map((moment) => undoOf(id, moment)))))
      .map((undos) => [...entries, ...undos]),
  );

const shuffled = (entries: Entry[]) =>
  fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length });

test('in whichever order entries arrive, a card comes to the same state', () => {
  fc.assert(
    fc.property(
      log.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries))),
      ([entries, arrived]) => {
        expect(replay(arrived)).toEqual(replay(entries));
      },
    ),
  );
});

test('undo restores exactly what was there before, whatever was undone', () => {
  fc.assert(
    fc.property(log, entry, at, (before, done, moment) => {
      expect(replay([...before, done, undoOf(done.id, moment)])).toEqual(replay(before));
    }),
  );
});

test('no grade is lost: every one that stands is counted, and the first and the last are known by their times', () => {
  fc.assert(
    fc.property(log, (entries) => {
      const undone = new Set(entries.map(({ undoes }) => undoes));
      const times = entries
        .filter(({ id, act: done }) => done === 'grade' && !undone.has(id))
        .map(({ at: moment }) => moment.getTime())
        .sort((a, b) => a - b);
      const { reps, firstAt, lastAt, memory } = replay(entries);
      expect([reps, firstAt?.getTime(), lastAt?.getTime()]).toEqual([times.length, times[0], times.at(-1)]);
      expect(memory === null).toBe(times.length === 0);
    }),
  );
});

test('an entry of which only its undo has arrived changes nothing, now or later', () => {
  const later: Entry = { id: 'a', act: 'grade', grade: 3, undoes: null, at: new Date(0) };
  const undo = undoOf('a', new Date(1));
  expect(replay([undo])).toEqual(unseen);
  expect(replay([undo, later])).toEqual(unseen);
});

const graded = (grades: Grade[]): Entry[] =>
  grades.map((grade, day) => ({
    id: String(day).padStart(3, '0'),
    act: 'grade',
    grade,
    undoes: null,
    at: new Date(Date.UTC(2026, 0, 1 + day)),
  }));

test('what is forgotten four times is a leech; not knowing it the first time is no forgetting', () => {
  expect(isLeech(replay(graded([1, 1, 1, 1])))).toBe(false);
  expect(isLeech(replay(graded([1, 1, 1, 1, 1])))).toBe(true);
});
