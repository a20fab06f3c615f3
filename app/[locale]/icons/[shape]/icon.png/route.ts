import { drawIcon } from '#app/_seo/draw-card.tsx';
import { icons } from '#app/_seo/icons.ts';
import { locales } from '#app/_ui/languages.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

type Params = { locale: string; shape: string };

export function generateStaticParams(): Params[] {
  return locales.flatMap((locale) => Object.keys(icons).map((shape) => ({ locale, shape })));
}

/** The mark at the sizes that devices ask for, drawn when the site is built. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { shape } = await params;
  const icon = new Map(Object.entries(icons)).get(shape);
  return icon ? drawIcon(icon) : new Response(null, { status: 404 });
}
