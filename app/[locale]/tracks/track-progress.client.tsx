'use client';

import { wayMessages } from '#app/_messages/ways.ts';
import type { Locale } from '#judge/verdict.ts';
import { ProgressBar } from './progress-bar.tsx';
import { type Task, useTaskStates } from './standing.ts';

/** How much of a track is done. */
export function TrackProgress({ locale, tasks }: { locale: Locale; tasks: readonly Task[] }) {
  const stateOf = useTaskStates();
  const done = tasks.filter((task) => stateOf(task) === 'done').length;
  return (
    <ProgressBar label={wayMessages[locale].progressLabel} locale={locale} done={done} all={tasks.length} />
  );
}
