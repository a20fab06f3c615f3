import type { Locale } from '#judge/verdict.ts';

// Day before month, as most who read English here write it.
const tags = { en: 'en-GB', zh: 'zh-Hans' } as const satisfies Record<Locale, string>;

/**
 * `2026-01-31` as the language writes a day; the same on server and in browser. Throws on a moment, which falls on one day
 * here and on another there.
 */
export function formatDate(locale: Locale, day: string): string {
  const date = new Date(`${day}T00:00Z`);
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

const moment = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** An ISO time, day and time of day, on the reader's own clock: for what is rendered in the browser alone. */
export function formatMoment(locale: Locale, at: string): string {
  return new Intl.DateTimeFormat(tags[locale], moment).format(new Date(at));
}

/** The same on a clock that it names: true wherever it is read. */
export function formatMomentInUtc(locale: Locale, at: string): string {
  const format = new Intl.DateTimeFormat(tags[locale], { ...moment, timeZone: 'UTC' });
  return `${format.format(new Date(at))} UTC`;
}

/** The short name of the day of the week of `2026-01-31`. */
export function formatWeekday(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(tags[locale], { weekday: 'short', timeZone: 'UTC' }).format(new Date(date));
}

/** The short name of the month of `2026-01-31`. */
export function formatMonth(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(tags[locale], { month: 'short', timeZone: 'UTC' }).format(new Date(date));
}
