import type { Progress, QuestionState } from './questions/progress.ts';

export type KnownQuestion = { slug: string; problems: string[] };
export type Place = { kind: 'questions' | 'problems'; slug: string };
export type Suggestion = Place & { reason: 'continue' | 'fresh' | 'solve' };

export type Visit = {
  questions: readonly KnownQuestion[];
  /** How far each question is, by its slug. */
  states: Readonly<Record<string, QuestionState>>;
  progress: Progress;
  /** When code was last written here, milliseconds since 1970, by the problem's slug. */
  drafts: Readonly<Record<string, number>>;
  /** Slugs of problems that were submitted, here or elsewhere. */
  tried: readonly string[];
};

/**
 * The last thing done here, and one thing to do next: finish another question that was begun, else begin one, else
 * write the code that the last ones are about. Nothing for who has done nothing yet.
 */
export function suggestNext({ questions, states, progress, drafts, tried }: Visit): {
  last: Place | undefined;
  next: Suggestion | undefined;
} {
  const places = [
    ...questions.map(({ slug }) => ({
      kind: 'questions' as const,
      slug,
      at: Date.parse(progress[slug]?.seenAt ?? ''),
    })),
    ...Object.entries(drafts).map(([slug, at]) => ({ kind: 'problems' as const, slug, at })),
  ].filter(({ at }) => Number.isFinite(at));
  const [latest] = places.sort((a, b) => b.at - a.at);
  const last = latest && { kind: latest.kind, slug: latest.slug };
  const begunAny = tried.length > 0 || questions.some(({ slug }) => states[slug] !== 'new');
  if (last === undefined && !begunAny) return { last, next: undefined };

  const others = questions.filter(({ slug }) => last?.kind !== 'questions' || slug !== last.slug);
  const inState = (state: QuestionState) => others.find(({ slug }) => states[slug] === state)?.slug;
  const begun = inState('seen');
  if (begun) return { last, next: { kind: 'questions', slug: begun, reason: 'continue' } };
  const fresh = inState('new');
  if (fresh) return { last, next: { kind: 'questions', slug: fresh, reason: 'fresh' } };
  const unwritten = questions
    .flatMap(({ problems }) => problems)
    .find((slug) => drafts[slug] === undefined && !tried.includes(slug));
  return { last, next: unwritten ? { kind: 'problems', slug: unwritten, reason: 'solve' } : undefined };
}
