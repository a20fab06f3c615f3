import { createIndex } from '#app/_find/find-index.ts';
import { type LocaleProps, localeParams, requireLocale } from '../../_ui/locale.ts';
import { getProblemNames } from '../problem-names.ts';
import { getQuestions } from '../questions/questions.ts';
import { getTopics } from '../topics/topics.ts';
import { getTracks } from '../tracks/tracks.ts';
import { collectDocuments } from './collect.ts';

export const dynamic = 'force-static';
export const generateStaticParams = localeParams;

// Asked for once by each page that is searched on; what was just fetched may be kept a while.
const cacheControl = 'public, max-age=300, stale-while-revalidate=86400';

/** The index of this language, for the search in the browser. Anyone may read it: it holds nothing that pages don't. */
export async function GET(_: Request, { params }: LocaleProps): Promise<Response> {
  const locale = await requireLocale(params);
  const [questions, problems, topics, tracks] = await Promise.all([
    getQuestions(),
    getProblemNames(),
    getTopics(),
    getTracks(),
  ]);
  const index = createIndex(collectDocuments(locale, { questions, problems, topics, tracks }));
  return Response.json(index, { headers: { 'cache-control': cacheControl } });
}
