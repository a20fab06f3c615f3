import { questionMessages } from '#app/_messages/questions.ts';
import { topicName } from '#app/_messages/topics.ts';
import { drawCard } from '#app/_seo/draw-card.tsx';
import { locales } from '#app/_ui/languages.ts';
import { requireLocale } from '#app/_ui/locale.ts';
import { getQuestions } from '../../questions.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

type Params = { locale: string; slug: string };

export async function generateStaticParams(): Promise<Params[]> {
  const questions = await getQuestions();
  return locales.flatMap((locale) => questions.map(({ slug }) => ({ locale, slug })));
}

/** The picture beside a link to the question, drawn when the site is built. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { slug } = await params;
  const locale = await requireLocale(params);
  const question = (await getQuestions()).find((one) => one.slug === slug);
  if (!question) return new Response(null, { status: 404 });
  const { difficulty, topics, text } = question;
  // Topics that are called by Latin letters in Chinese, too.
  const named = topics.map((topic) => topicName(locale, topic)).filter((name) => /^[\x20-\x7e]+$/.test(name));
  const line = named.slice(0, 3).join(' · ');
  if (locale === 'zh') return drawCard({ title: null, line, difficulty });
  return drawCard({ title: text.en.title, line: line || questionMessages.en.title, difficulty });
}
