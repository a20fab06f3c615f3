import { getTaught } from '#app/_practice/taught.ts';
import { questionsOf as ordered } from '#content/questions-of.ts';
import type { Locale } from '#judge/verdict.ts';

/** A question that explains what a problem is about. */
export type Explained = { slug: string; title: string };

const mostQuestions = 5;

/** The questions that send their readers to a problem, those that are about little else first. */
export async function questionsOf(problem: string, locale: Locale): Promise<Explained[]> {
  return ordered(await getTaught(), problem)
    .slice(0, mostQuestions)
    .map(({ slug, title }) => ({ slug, title: title[locale] }));
}
