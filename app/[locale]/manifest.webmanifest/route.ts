import { homeMessages } from '#app/_messages/home.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { icons } from '#app/_seo/icons.ts';
import { languageTags } from '#app/_ui/languages.ts';
import { type LocaleProps, localeParams, requireLocale } from '#app/_ui/locale.ts';

export const dynamic = 'force-static';
export const generateStaticParams = localeParams;

/** What a device needs to install the site, in this language. */
export async function GET(_request: Request, { params }: LocaleProps): Promise<Response> {
  const locale = await requireLocale(params);
  const t = shellMessages[locale];
  const start = `/${locale}`;
  const manifest = {
    // One site, whatever language it was installed in.
    id: '/',
    name: t.name,
    short_name: t.name,
    description: homeMessages[locale].sentence,
    lang: languageTags[locale],
    dir: 'ltr',
    start_url: start,
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f2',
    theme_color: '#faf7f2',
    categories: ['education', 'productivity'],
    icons: Object.entries(icons)
      .filter(([name]) => !name.startsWith('apple'))
      .map(([name, { size, inset }]) => ({
        src: `${start}/icons/${name}/icon.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: inset ? 'maskable' : 'any',
      })),
    shortcuts: (['practice', 'questions', 'problems'] as const).map((section) => ({
      name: t[section],
      url: `${start}/${section}`,
    })),
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
}
