import type { Metadata } from 'next';
import { languageTags, locales } from '#app/_ui/languages.ts';
import type { Locale } from '#judge/verdict.ts';
import { siteOrigin } from './config.ts';

export type Described = {
  locale: Locale;
  /** Without its language: `''`, `/questions`. */
  path: string;
  title: string;
  description: string;
  /** An `article` is a question, all else of the site itself. */
  type?: 'website' | 'article';
};

const ogLocales = { en: 'en_GB', zh: 'zh_CN' } as const satisfies Record<Locale, string>;

/**
 * What a page's head says of it to others. Addresses in a head have to be whole, and a built page knows its site's only
 * where it was told (`BETTER_AUTH_URL`); `proxy.ts` names them in a header in any case.
 */
export function describePage({ locale, path, title, description, type = 'website' }: Described): Metadata {
  const other = locale === 'en' ? 'zh' : 'en';
  return {
    description,
    openGraph: {
      title,
      description,
      type,
      siteName: 'Whetstone',
      locale: ogLocales[locale],
      alternateLocale: ogLocales[other],
      ...(siteOrigin && { url: `${siteOrigin}/${locale}${path}` }),
    },
    twitter: { card: 'summary_large_image', title, description },
    ...(siteOrigin && {
      alternates: {
        canonical: `${siteOrigin}/${locale}${path}`,
        languages: { ...alternates(siteOrigin, path), 'x-default': `${siteOrigin}/en${path}` },
      },
    }),
  };
}

/** A page's address by language tag. */
export function alternates(origin: string, path: string): Record<string, string> {
  return Object.fromEntries(locales.map((locale) => [languageTags[locale], `${origin}/${locale}${path}`]));
}

/** The same as a `Link` header (RFC 8288), which crawlers heed as they do the head. */
export function linkHeader(origin: string, { locale, path }: { locale: Locale; path: string }): string {
  const links = Object.entries({ ...alternates(origin, path), 'x-default': `${origin}/en${path}` });
  return [
    `<${origin}/${locale}${path}>; rel="canonical"`,
    ...links.map(([tag, address]) => `<${address}>; rel="alternate"; hreflang="${tag}"`),
  ].join(', ');
}
