import { keyOf } from '#app/_practice/plan.ts';
import type { Locale } from '#judge/verdict.ts';
import { getProblemNames } from '../problem-names.ts';
import { getQuestions } from '../questions/questions.ts';

/** What each card is called, by its key. */
export async function readTitles(locale: Locale): Promise<Map<string, string>> {
  const [questions, problems] = await Promise.all([getQuestions(), getProblemNames()]);
  return new Map([
    ...questions.map(({ slug, text }) => [keyOf({ kind: 'question', slug }), text[locale].title] as const),
    ...problems.map(({ slug, name }) => [keyOf({ kind: 'problem', slug }), name[locale]] as const),
  ]);
}
