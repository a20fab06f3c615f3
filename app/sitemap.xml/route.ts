import { writeSitemap } from '#app/_seo/sitemap.ts';
import { site } from '#app/_session/site.ts';
import { listCurrent } from '#prisma/problem-version.ts';
import { getQuestions } from '../[locale]/questions/questions.ts';
import { getTopics } from '../[locale]/topics/topics.ts';
import { getTracks } from '../[locale]/tracks/tracks.ts';

export const dynamic = 'force-dynamic';

/** Every page that anybody can read: those built ahead, and the problems that are published now. */
export async function GET({ headers }: Request): Promise<Response> {
  const { db, origin } = site();
  const [questions, topics, tracks, problems] = await Promise.all([
    getQuestions(),
    getTopics(),
    getTracks(),
    listCurrent(db),
  ]);
  const map = writeSitemap(origin(headers), [
    ...['', '/questions', '/problems', '/topics', '/tracks', '/about'].map((path) => ({ path })),
    ...questions.map(({ slug, updated }) => ({ path: `/questions/${slug}`, updated })),
    ...topics.map(({ slug }) => ({ path: `/topics/${slug}` })),
    ...tracks.map(({ slug }) => ({ path: `/tracks/${slug}` })),
    ...problems.map(({ slug, publishedAt }) => ({
      path: `/problems/${slug}`,
      updated: publishedAt.toISOString().slice(0, 10),
    })),
  ]);
  return new Response(map, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
