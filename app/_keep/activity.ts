/** Which days somebody practised on, and how that has been going. No clock, no database. */
import { addDays, dayOf, daysBetween } from '#app/_practice/calendar.ts';

/** Half a year. */
export const weeksShown = 26;

export type Day = { day: string; count: number };

/** Weeks from Monday to Sunday, the present one last and only as far as it has come. */
export function weeksOf(moments: readonly Date[], { timeZone, today }: { timeZone: string; today: string }) {
  const counts = new Map<string, number>();
  for (const at of moments) {
    const day = dayOf(at, timeZone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const first = firstDay(today);
  return Array.from({ length: weeksShown }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => addDays(first, 7 * week + weekday))
      .filter((day) => day <= today)
      .map((day): Day => ({ day, count: counts.get(day) ?? 0 })),
  );
}

/** The Monday on which the half-year that ends with `today` begins. */
export function firstDay(today: string): string {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return addDays(today, -sinceMonday - 7 * (weeksShown - 1));
}

export type Rhythm = {
  /** Days with practice, of the last seven. */
  lastSeven: number;
  /** How many spells of seven days, back from today, had some practice each: a day of rest breaks nothing. */
  weeks: number;
};

export function rhythmOf(days: readonly Day[], today: string): Rhythm {
  const active = days.filter(({ count }) => count > 0).map(({ day }) => daysBetween(day, today));
  const inSpell = (spell: number) => active.filter((ago) => Math.floor(ago / 7) === spell).length;
  let weeks = 0;
  while (inSpell(weeks) > 0) weeks += 1;
  return { lastSeven: inSpell(0), weeks };
}
