import { locales } from '../../../../_ui/languages.ts';
import { requireLocale } from '../../../../_ui/locale.ts';
import { type CardText, renderQuestion } from '../../question-view.ts';
import { getQuestions } from '../../questions.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

type Params = { locale: string; slug: string };

export async function generateStaticParams(): Promise<Params[]> {
  const questions = await getQuestions();
  return locales.flatMap((locale) => questions.map(({ slug }) => ({ locale, slug })));
}

/** Built ahead, as its page is: a session fetches the next one while its reader still thinks. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { slug } = await params;
  const locale = await requireLocale(params);
  const question = (await getQuestions()).find((one) => one.slug === slug);
  if (!question) return new Response(null, { status: 404 });
  const { shortHtml, keyPointsHtml, fullHtml } = await renderQuestion(question.text[locale]);
  return Response.json({ shortHtml, keyPointsHtml, fullHtml } satisfies CardText);
}
