import type { Difficulty } from '#content/difficulty.ts';
import type { Localized } from '#content/problem.ts';
import type { Track } from '#content/track.ts';
import type { Locale } from '#judge/verdict.ts';
import type { Task } from './standing.ts';

type Titled = { slug: string; title: Localized; difficulty: Difficulty };

/** A step as it is shown: what to open, and why. */
export type PlannedStep = { why: string } & (
  | { kind: 'practice' }
  | (Task & { title: string; difficulty: Difficulty })
);
export type Day = { day: number; steps: PlannedStep[] };

/** A track in one language, day by day. */
export function planOf(
  { steps }: Track,
  locale: Locale,
  titled: { questions: readonly Titled[]; problems: readonly Titled[] },
): Day[] {
  const days = new Map<number, PlannedStep[]>();
  for (const step of steps) {
    const why = step.why[locale];
    const planned = days.get(step.day) ?? [];
    days.set(step.day, planned);
    if (step.kind === 'practice') {
      planned.push({ kind: 'practice', why });
      continue;
    }
    const { kind, slug } = step;
    // One that is faulty has no name.
    const thing = titled[`${kind}s`].find((one) => one.slug === slug);
    if (thing) planned.push({ kind, slug, why, title: thing.title[locale], difficulty: thing.difficulty });
  }
  return [...days].map(([day, planned]) => ({ day, steps: planned }));
}

/** What of a track can be done, and so counts. */
export function tasksOf({ steps }: Track): Task[] {
  return steps.flatMap((step) => (step.kind === 'practice' ? [] : [{ kind: step.kind, slug: step.slug }]));
}
