import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#app/_practice/calendar.ts';
import { rhythmOf, weeksOf } from './activity.ts';

const today = '2026-03-11';
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const rhythm = (daysAgo: number[]) =>
  rhythmOf(
    daysAgo.map((ago) => ({ day: addDays(today, -ago), count: 1 })),
    today,
  );

test('half a year is shown in whole weeks from Monday on, and no day that has not come', () => {
  const weeks = weeksOf([], { timeZone: 'UTC', today });
  expect(weeks).toHaveLength(26);
  expect(weeks[0]?.[0]?.day).toBe('2025-09-15');
  expect(weeks.at(-1)?.map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
});

test('what was done is counted on the day it felt like, in the zone one lives in', () => {
  // Three in the morning in Shanghai still belongs to the evening before.
  const moments = [new Date('2026-03-10T19:00:00Z'), new Date('2026-03-10T20:30:00Z')];
  const days = weeksOf(moments, { timeZone: 'Asia/Shanghai', today }).flat();
  expect(days.filter(({ count }) => count > 0)).toEqual([
    { day: '2026-03-10', count: 1 },
    { day: '2026-03-11', count: 1 },
  ]);
});

test('every moment of the half-year is counted once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 175 })), (ago) => {
      const days = weeksOf(
        ago.map((days) => at(addDays(today, -days))),
        { timeZone: 'UTC', today },
      ).flat();
      expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(ago.length);
    }),
  );
});

test('a day of rest breaks nothing, nor do six', () => {
  expect(rhythm([0, 2, 9, 20])).toEqual({ lastSeven: 2, weeks: 3 });
  expect(rhythm([6, 7])).toEqual({ lastSeven: 1, weeks: 2 });
  expect(rhythm([0, 14])).toEqual({ lastSeven: 1, weeks: 1 });
  expect(rhythm([])).toEqual({ lastSeven: 0, weeks: 0 });
});
