import { notFound } from 'next/navigation';
import type { Question } from '#content/question.ts';
import { locales } from '../../_ui/languages.ts';
import { requireLocale } from '../../_ui/locale.ts';
import { getQuestions } from './questions.ts';

export type QuestionParams = { locale: string; slug: string };

/** What is built ahead for each question, in both languages. */
export async function allQuestionParams(): Promise<QuestionParams[]> {
  const questions = await getQuestions();
  return locales.flatMap((locale) => questions.map(({ slug }) => ({ locale, slug })));
}

/** The question and the language of an address; a missing page where there is none. */
export async function requireQuestion(params: Promise<QuestionParams>) {
  const { slug } = await params;
  const locale = await requireLocale(params);
  const question: Question | undefined = (await getQuestions()).find((one) => one.slug === slug);
  return question ? { question, locale } : notFound();
}
