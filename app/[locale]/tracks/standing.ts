/** What of a track is done. Runs in the browser alone. */
import type { Standing } from '../kept-standing.ts';
import { stateOf, useProgress } from '../questions/progress.ts';
import { useStanding } from '../use-standing.ts';

export type TaskState = 'done' | 'tried' | 'new';
export type Task = { kind: 'question' | 'problem'; slug: string };

/** How far each task is: a question by what this browser remembers or the account practised, a problem by its verdicts. */
export function useTaskStates(): (task: Task) => TaskState {
  const seen = useProgress();
  const standing = useStanding();
  return ({ kind, slug }) =>
    taskState({ kind, slug }, standing, kind === 'question' && stateOf(seen[slug], [], false) !== 'new');
}

export function taskState({ kind, slug }: Task, standing: Standing, seenHere: boolean): TaskState {
  if (kind === 'question') return seenHere || standing.questions.includes(slug) ? 'done' : 'new';
  const problem = standing.problems.find((one) => one.slug === slug);
  if (problem === undefined) return 'new';
  return problem.solved ? 'done' : 'tried';
}
