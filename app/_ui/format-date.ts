import type { Locale } from '#judge/verdict.ts';

// Day before month, as most who read English here write it.
const tags = { en: 'en-GB', zh: 'zh-Hans' } as const satisfies Record<Locale, string>;

/** `2026-01-31` or an ISO time, as the language writes a day; the same on server and in browser. */
export function formatDate(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** A time of day too, on the reader's own clock: for what is rendered in the browser alone. */
export function formatMoment(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(date),
  );
}

/** The short name of the day of the week of `2026-01-31`. */
export function formatWeekday(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(tags[locale], { weekday: 'short', timeZone: 'UTC' }).format(new Date(date));
}

/** The short name of the month of `2026-01-31`. */
export function formatMonth(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(tags[locale], { month: 'short', timeZone: 'UTC' }).format(new Date(date));
}
