import { topicName } from '#app/_messages/topics.ts';
import { drawCard } from '#app/_seo/draw-card.tsx';
import { allQuestionParams, type QuestionParams, requireQuestion } from '../../question-params.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = allQuestionParams;

/** The picture beside a link to the question, drawn when the site is built. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<QuestionParams> },
): Promise<Response> {
  const { question, locale } = await requireQuestion(params);
  const { difficulty, topics, text } = question;
  const named = topics.slice(0, 3).map((topic) => topicName(locale, topic));
  return drawCard({ title: text[locale].title, line: named.join(' · '), difficulty });
}
