import { addDays } from '#app/_practice/calendar.ts';
import { type Card, dueOnOf, type PracticeSettings } from '#app/_practice/plan.ts';

/** How far a calendar looks ahead, days. */
const horizon = 90;

export type DueDay = { day: string; count: number };

/** The days of the next three months on which something is due; what is overdue is due today. */
export function dueDays(cards: readonly Card[], settings: PracticeSettings, today: string): DueDay[] {
  const last = addDays(today, horizon);
  const counts = new Map<string, number>();
  for (const card of cards) {
    const dueOn = card.suspended ? null : dueOnOf(card, settings, today);
    if (dueOn === null || dueOn > last) continue;
    const day = dueOn < today ? today : dueOn;
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
