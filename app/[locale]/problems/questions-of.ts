import type { Locale } from '#judge/verdict.ts';
import { getQuestions } from '../questions/questions.ts';

/** A question that explains what a problem is about. */
export type Explained = { slug: string; title: string };

const mostQuestions = 5;

/** The questions that send their readers to a problem, those that are about little else first. */
export async function questionsOf(problem: string, locale: Locale): Promise<Explained[]> {
  const questions = await getQuestions();
  return questions
    .filter(({ problems }) => problems.includes(problem))
    .toSorted(
      (a, b) =>
        a.problems.indexOf(problem) - b.problems.indexOf(problem) || a.problems.length - b.problems.length,
    )
    .slice(0, mostQuestions)
    .map(({ slug, text }) => ({ slug, title: text[locale].title }));
}
