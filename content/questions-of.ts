import type { Locale } from './question.ts';

/** Of a question what it takes to lead to it from a problem. */
export type Leading = { slug: string; problems: string[]; title: Record<Locale, string> };

/** The questions that send their readers to a problem, those that are about little else first. */
export function questionsOf<Q extends Leading>(questions: readonly Q[], problem: string): Q[] {
  return questions
    .filter(({ problems }) => problems.includes(problem))
    .toSorted(
      (a, b) =>
        a.problems.indexOf(problem) - b.problems.indexOf(problem) ||
        a.problems.length - b.problems.length ||
        (a.slug < b.slug ? -1 : 1),
    );
}

/**
 * The question that explains a mistake, where the author named one that is still there. That a question leads to the
 * problem doesn't make it explain every mistake in it.
 */
export function findExplaining<Q extends Leading>(
  questions: readonly Q[],
  named: string | undefined,
): Q | undefined {
  return questions.find(({ slug }) => slug === named);
}
