import { keyOf } from '#app/_practice/plan.ts';
import { getTaught } from '#app/_practice/taught.ts';
import type { Locale } from '#judge/verdict.ts';
import { getProblemNames } from '../problem-names.ts';

/** What each card is called, by its key. */
export async function readTitles(locale: Locale): Promise<Map<string, string>> {
  const [questions, problems] = await Promise.all([getTaught(), getProblemNames()]);
  return new Map([
    ...questions.map(({ slug, title }) => [keyOf({ kind: 'question', slug }), title[locale]] as const),
    ...problems.map(({ slug, name }) => [keyOf({ kind: 'problem', slug }), name[locale]] as const),
  ]);
}
