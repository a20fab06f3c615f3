/** What of a track is done. Runs in the browser alone. */
import { useEffect, useState } from 'react';
import { stateOf, useProgress } from '../questions/progress.ts';

/** What the account of this browser has done, anonymous ones too. */
export type Standing = {
  /** Slugs of questions that were practised. */
  questions: string[];
  problems: { slug: string; solved: boolean }[];
};

export type TaskState = 'done' | 'tried' | 'new';
export type Task = { kind: 'question' | 'problem'; slug: string };

const nothing: Standing = { questions: [], problems: [] };

// Several tracks on a page ask once.
let asked: Promise<Standing> | undefined;

async function ask(): Promise<Standing> {
  const response = await fetch('/api/v1/standing');
  return response.ok ? response.json() : nothing;
}

/** How far each task is: a question by what this browser remembers or the account practised, a problem by its verdicts. */
export function useTaskStates(): (task: Task) => TaskState {
  const seen = useProgress();
  const [standing, setStanding] = useState(nothing);
  // The page is built ahead and the same for all; whose it is only the server knows.
  useEffect(() => {
    let current = true;
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    asked.then(
      (answer) => current && setStanding(answer),
      () => {
        // Offline: what this browser remembers has to do.
      },
    );
    return () => {
      current = false;
    };
  }, []);
  return ({ kind, slug }) =>
    taskState({ kind, slug }, standing, kind === 'question' && stateOf(seen[slug], []) !== 'new');
}

export function taskState({ kind, slug }: Task, standing: Standing, seenHere: boolean): TaskState {
  if (kind === 'question') return seenHere || standing.questions.includes(slug) ? 'done' : 'new';
  const problem = standing.problems.find((one) => one.slug === slug);
  if (problem === undefined) return 'new';
  return problem.solved ? 'done' : 'tried';
}
