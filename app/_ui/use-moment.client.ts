import { useSyncExternalStore } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { formatMoment, formatMomentInUtc } from './format-date.ts';

/** A moment (an ISO time) by the reader's own clock; by UTC, which is named, until the browser has taken the page over. */
export function useMoment(locale: Locale, at: string): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => formatMoment(locale, at),
    () => formatMomentInUtc(locale, at),
  );
}
