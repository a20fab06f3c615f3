import { localeParams } from '../../../_ui/locale.ts';
import { getQuestions } from '../questions.ts';
import type { SearchDocument } from '../search.ts';

export const dynamic = 'force-static';
export const generateStaticParams = localeParams;

/** Both languages' words of every question, for the search in the browser. Anyone may read it. */
export async function GET(): Promise<Response> {
  const questions = await getQuestions();
  const documents = questions.map(
    ({ slug, topics, text }): SearchDocument => ({
      slug,
      title: `${text.en.title} ${text.zh.title} ${topics.join(' ')}`,
      body: [text.en, text.zh].map(({ short, keyPoints }) => [short, ...keyPoints].join(' ')).join(' '),
    }),
  );
  return Response.json(documents);
}
