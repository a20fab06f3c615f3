import { notFound } from 'next/navigation';
import type { Locale } from '#judge/verdict.ts';
import { isLocale, locales } from './languages.ts';

/** What Next hands to a page under `app/[locale]`. */
export type LocaleProps = { params: Promise<{ locale: string }> };

/** The page's language; ends the request with 404 where the URL names none of ours. */
export async function requireLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return locale;
}

/** `generateStaticParams` of a page that is the same for every reader: it is built once per language. */
export function localeParams(): { locale: Locale }[] {
  return locales.map((locale) => ({ locale }));
}
