import { site } from '#app/_session/site.ts';

export const dynamic = 'force-dynamic';

/** What crawlers may read: all but the API and what belongs to an account. */
export function GET({ headers }: Request): Response {
  const closed = [
    '/api/',
    ...['settings', 'practice', 'submissions', 'rejudgings'].map((path) => `/*/${path}`),
  ];
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${site().origin(headers)}/sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
