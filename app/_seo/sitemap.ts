import { locales } from '#app/_ui/languages.ts';
import { alternates } from './describe-page.ts';

/** A page without its language, and the day it was last changed where that is known. */
export type Listed = { path: string; updated?: string };

/** A sitemap (sitemaps.org, with Google's alternates): every page in every language, each naming all. */
export function writeSitemap(origin: string, pages: readonly Listed[]): string {
  const entries = pages.flatMap((page) => locales.map((locale) => entryOf(origin, locale, page)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

function entryOf(origin: string, locale: string, { path, updated }: Listed): string {
  const others = Object.entries({ ...alternates(origin, path), 'x-default': `${origin}/en${path}` });
  const lines = [
    `<loc>${escaped(`${origin}/${locale}${path}`)}</loc>`,
    ...(updated === undefined ? [] : [`<lastmod>${escaped(updated)}</lastmod>`]),
    ...others.map(
      ([tag, address]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${escaped(address)}"/>`,
    ),
  ];
  return `  <url>\n${lines.map((line) => `    ${line}`).join('\n')}\n  </url>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
