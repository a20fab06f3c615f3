import { type Progress, stateOf } from './questions/progress.ts';

export type KnownQuestion = { slug: string; checkIds: string[]; problems: string[] };
export type Place = { kind: 'questions' | 'problems'; slug: string };
export type Suggestion = Place & { reason: 'continue' | 'fresh' | 'solve' };

export type Visit = {
  questions: readonly KnownQuestion[];
  progress: Progress;
  /** When code was last written here, milliseconds since 1970, by the problem's slug. */
  drafts: Readonly<Record<string, number>>;
};

/**
 * The last thing done here, and one thing to do next: finish another question that was begun, else begin one, else
 * write the code that the last ones are about.
 */
export function suggestNext({ questions, progress, drafts }: Visit): {
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
  if (latest === undefined) return { last: undefined, next: undefined };
  const last = { kind: latest.kind, slug: latest.slug };

  const others = questions.filter(({ slug }) => last.kind !== 'questions' || slug !== last.slug);
  const inState = (state: string) =>
    others.find(({ slug, checkIds }) => stateOf(progress[slug], checkIds) === state)?.slug;
  const begun = inState('seen');
  if (begun) return { last, next: { kind: 'questions', slug: begun, reason: 'continue' } };
  const fresh = inState('new');
  if (fresh) return { last, next: { kind: 'questions', slug: fresh, reason: 'fresh' } };
  const unwritten = questions.flatMap(({ problems }) => problems).find((slug) => drafts[slug] === undefined);
  return { last, next: unwritten ? { kind: 'problems', slug: unwritten, reason: 'solve' } : undefined };
}
