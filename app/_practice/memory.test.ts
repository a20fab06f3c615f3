import fc from 'fast-check';
import { createEmptyCard, type Grade as FsrsGrade, fsrs } from 'ts-fsrs';
import { expect, test } from 'vitest';
import type { Grade } from './grade.ts';
import { type Memory, type Step, stepsFrom } from './memory.ts';

const grade = fc.constantFrom<Grade>(1, 2, 3, 4);

test('good every time comes back after 3, 14, 57 and 196 days', () => {
  let memory: Memory | null = null;
  let elapsed = 0;
  const intervals: number[] = [];
  for (let i = 0; i < 4; i++) {
    const { memory: next, intervalDays }: Step = stepsFrom(memory, elapsed)[3];
    [memory, elapsed] = [next, intervalDays];
    intervals.push(intervalDays);
  }
  expect(intervals).toEqual([3, 14, 57, 196]);
});

test('it agrees with ts-fsrs’s own scheduler wherever whole days have passed', () => {
  const scheduler = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false });
  const review = fc.record({ grade, days: fc.integer({ min: 0, max: 400 }) });
  fc.assert(
    fc.property(fc.array(review, { minLength: 1, maxLength: 12 }), (reviews) => {
      let at = Date.UTC(2026, 0, 1, 12);
      let card = createEmptyCard(new Date(at));
      let memory: Memory | null = null;
      for (const { grade: given, days } of reviews) {
        if (memory !== null) at += days * 86_400_000;
        const ours: Step = stepsFrom(memory, memory === null ? 0 : days)[given];
        card = scheduler.next(card, new Date(at), given as FsrsGrade).card;
        expect(ours.intervalDays).toBe(card.scheduled_days);
        expect(ours.memory.stability).toBeCloseTo(card.stability, 6);
        expect(ours.memory.difficulty).toBeCloseTo(card.difficulty, 6);
        memory = ours.memory;
      }
    }),
  );
});

test('a better grade always waits longer, and nothing comes back on the same day', () => {
  const days = fc.double({ min: 0, max: 3000, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(grade, days), { maxLength: 8 }), days, (reviews, elapsed) => {
      const memory = reviews.reduce<Memory | null>(
        (kept, [given, after]) => stepsFrom(kept, after)[given].memory,
        null,
      );
      const steps = stepsFrom(memory, elapsed);
      expect(steps[1].intervalDays).toBeGreaterThanOrEqual(1);
      expect(steps[2].intervalDays).toBeGreaterThan(steps[1].intervalDays);
      expect(steps[3].intervalDays).toBeGreaterThan(steps[2].intervalDays);
      expect(steps[4].intervalDays).toBeGreaterThan(steps[3].intervalDays);
    }),
  );
});
