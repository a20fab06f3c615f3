import { expect, test } from 'vitest';
import { type Card, defaultSettings } from '#app/_practice/plan.ts';
import { unseen } from '#app/_practice/replay.ts';
import { dueDays } from './due-days.ts';

const card = (slug: string, day: string, more: Partial<Card>): Card => ({
  ...unseen,
  kind: 'question',
  slug,
  lastAt: new Date(`${day}T09:00:00Z`),
  reps: 1,
  ...more,
});

test('each day tells how many cards come back on it; what is overdue waits today', () => {
  const cards = [
    card('late', '2026-01-01', { intervalDays: 3 }),
    card('today', '2026-01-09', { intervalDays: 1 }),
    card('soon', '2026-01-09', { intervalDays: 4 }),
    card('aside', '2026-01-09', { intervalDays: 4, suspended: true }),
    card('far', '2026-01-09', { intervalDays: 400 }),
    { ...unseen, kind: 'question' as const, slug: 'new' },
  ];
  expect(dueDays(cards, defaultSettings, '2026-01-10')).toEqual([
    { day: '2026-01-10', count: 2 },
    { day: '2026-01-13', count: 1 },
  ]);
});
