import { type Progress, stateOf } from './questions/progress.ts';

export type KnownQuestion = { slug: string; checkIds: string[]; problems: string[] };

export type Suggestion =
  | { kind: 'questions'; slug: string; reason: 'continue' | 'fresh' }
  | { kind: 'problems'; slug: string; reason: 'solve' };

/**
 * The question opened last, and one thing to do: finish another that was begun, else begin one, else write the code
 * that the last one is about.
 */
export function suggestNext(
  questions: readonly KnownQuestion[],
  progress: Progress,
): { last: string | undefined; next: Suggestion | undefined } {
  const seenAt = (slug: string) => progress[slug]?.seenAt ?? '';
  const [latest] = questions
    .filter(({ slug }) => seenAt(slug) !== '')
    .sort((a, b) => seenAt(b.slug).localeCompare(seenAt(a.slug)));
  if (latest === undefined) return { last: undefined, next: undefined };

  const others = questions.filter((question) => question !== latest);
  const inState = (state: string) =>
    others.find(({ slug, checkIds }) => stateOf(progress[slug], checkIds) === state);
  const begun = inState('seen');
  if (begun) return { last: latest.slug, next: { kind: 'questions', slug: begun.slug, reason: 'continue' } };
  const fresh = inState('new');
  if (fresh) return { last: latest.slug, next: { kind: 'questions', slug: fresh.slug, reason: 'fresh' } };
  const [problem] = latest.problems;
  return {
    last: latest.slug,
    next: problem === undefined ? undefined : { kind: 'problems', slug: problem, reason: 'solve' },
  };
}
