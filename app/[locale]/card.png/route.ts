import { shellMessages } from '#app/_messages/shell.ts';
import { drawCard } from '#app/_seo/draw-card.tsx';
import { type LocaleProps, localeParams, requireLocale } from '#app/_ui/locale.ts';

export const dynamic = 'force-static';
export const generateStaticParams = localeParams;

/** The picture beside a link to the site itself. */
export async function GET(_request: Request, { params }: LocaleProps): Promise<Response> {
  const locale = await requireLocale(params);
  return drawCard({ title: null, line: shellMessages[locale].tagline, difficulty: null });
}
