import type { Locale } from '#judge/verdict.ts';
import { languageTags } from './languages.ts';

/** `2026-01-31` or an ISO time, as the language writes a day; the same on server and in browser. */
export function formatDate(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
