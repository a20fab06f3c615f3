import { useMemo } from 'react';
import { useStanding } from '../use-standing.ts';
import { type QuestionState, stateOf, useProgress } from './progress.ts';

type Checked = { slug: string; checkIds: readonly string[] };

/** How far each question is, by slug: by what this browser remembers, and what the account has practised. */
export function useQuestionStates(questions: readonly Checked[]): Readonly<Record<string, QuestionState>> {
  const progress = useProgress();
  const { questions: practised } = useStanding();
  return useMemo(
    () =>
      Object.fromEntries(
        questions.map(({ slug, checkIds }) => [
          slug,
          stateOf(progress[slug], checkIds, practised.includes(slug)),
        ]),
      ),
    [questions, progress, practised],
  );
}
