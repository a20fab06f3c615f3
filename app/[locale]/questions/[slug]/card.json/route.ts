import { allQuestionParams, type QuestionParams, requireQuestion } from '../../question-params.ts';
import { type CardText, renderQuestion } from '../../question-view.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = allQuestionParams;

/** Built ahead, as its page is: a session fetches the next one while its reader still thinks. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<QuestionParams> },
): Promise<Response> {
  const { question, locale } = await requireQuestion(params);
  const { shortHtml, keyPointsHtml, fullHtml } = await renderQuestion(question.text[locale]);
  return Response.json({ shortHtml, keyPointsHtml, fullHtml } satisfies CardText);
}
