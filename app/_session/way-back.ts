import type { Locale } from '#judge/verdict.ts';
import { inLocale } from '../_ui/languages.ts';

export type Door = 'sign-in' | 'sign-up';

/** The page to sign in or up at. `from` is a path here to come back to; the address has it, so a reload keeps it. */
export function doorTo(door: Door, locale: Locale, from: string | undefined): string {
  const query = from === undefined ? '' : `?${new URLSearchParams({ from })}`;
  return `/${locale}/${door}${query}`;
}

// Never asked: what an address is resolved against, to see whether it leaves this site.
const here = 'http://here.invalid';
const elsewhere = /^\/(sign-in|sign-up|api)(\/|$)/;

/** Where to go once one is signed in: what the address claims, where that is a page of this site, else the problems. */
export function wayBack(locale: Locale, claimedFrom: unknown): string {
  const unknown = `/${locale}/problems`;
  if (typeof claimedFrom !== 'string' || !claimedFrom.startsWith('/')) return unknown;
  const url = URL.canParse(claimedFrom, here) ? new URL(claimedFrom, here) : undefined;
  if (url?.origin !== here) return unknown;
  const path = inLocale(url.pathname, locale);
  return elsewhere.test(path.slice(locale.length + 1)) ? unknown : `${path}${url.search}`;
}
