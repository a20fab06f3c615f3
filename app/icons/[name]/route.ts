import { drawIcon } from '#app/_seo/draw-card.tsx';
import { icons } from '#app/_seo/icons.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return Object.keys(icons).map((name) => ({ name }));
}

/** The mark at the sizes that devices ask for, drawn when the site is built. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  const icon = new Map(Object.entries(icons)).get(name);
  return icon ? drawIcon(icon) : new Response(null, { status: 404 });
}
