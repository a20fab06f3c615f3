import type { Locale } from '#judge/verdict.ts';

export const locales = ['en', 'zh'] as const satisfies readonly Locale[];

/** What `<html lang>` and `Intl` are told. */
export const languageTags = { en: 'en', zh: 'zh-Hans' } as const satisfies Record<Locale, string>;

export function isLocale(text: string): text is Locale {
  return text === 'en' || text === 'zh';
}

/** The same page's address in another language: `/en/questions` ↔ `/zh/questions`. */
export function inLocale(pathname: string, locale: Locale): string {
  const [first = '', ...rest] = pathname.split('/').filter(Boolean);
  const page = first === '' || isLocale(first) ? rest : [first, ...rest];
  return `/${[locale, ...page].join('/')}`;
}

/** The language that an address names, English where it names none. */
export function localeOf(pathname: string): Locale {
  const first = pathname.split('/')[1] ?? '';
  return isLocale(first) ? first : 'en';
}

/** Remembers a reader's choice for addresses that name no language. Runs in the browser alone. */
export function rememberLocale(locale: Locale): void {
  // Not waited for: the page is left at once, and without it the address still tells the language.
  void globalThis.cookieStore?.set({
    name: 'whetstone.locale',
    value: locale,
    expires: Date.now() + 365 * 86_400_000,
    sameSite: 'lax',
  });
}
