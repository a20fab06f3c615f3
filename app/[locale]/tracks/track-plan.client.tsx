'use client';

import { wayMessages } from '#app/_messages/ways.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { Day, PlannedStep } from './plan.ts';
import { PlanStep } from './plan-step.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { type Task, type TaskState, useTaskStates } from './standing.ts';

type Props = { locale: Locale; days: readonly Day[] };

/** A track day by day, with what is done and what comes next. Without a script it is the plan alone. */
export function TrackPlan({ locale, days }: Props) {
  const t = wayMessages[locale];
  const stateOf = useTaskStates();
  const tasks = days.flatMap(({ steps }) => steps.filter((step) => step.kind !== 'practice'));
  const done = tasks.filter((task) => stateOf(task) === 'done').length;
  const next = tasks.find((task) => stateOf(task) !== 'done');
  return (
    <>
      <div className="needs-script mb-10 flex flex-col gap-3 rounded border border-line bg-surface p-4">
        <ProgressBar locale={locale} label={t.progressLabel} done={done} all={tasks.length} />
        <p className="text-ink-muted text-sm">{next ? t.progressHint : t.finished}</p>
        {next ? (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-ink-muted">{done === 0 ? t.begin : t.nextStep}</span>
            <ButtonLink
              look="primary"
              href={`/${locale}/${next.kind}s/${next.slug}`}
              className="min-w-0 py-1.5"
            >
              {next.title}
            </ButtonLink>
          </p>
        ) : (
          <p>
            <ButtonLink look="primary" href={`/${locale}/practice`}>
              {t.toPractice}
            </ButtonLink>
          </p>
        )}
      </div>
      <ol className="flex flex-col gap-8">
        {days.map(({ day, steps }) => (
          <li key={day}>
            <h2 className="mb-3 text-xl">{t.day(day)}</h2>
            <ul className="flex flex-col divide-y divide-line overflow-hidden rounded border border-line bg-surface">
              {steps.map((step) => (
                <PlanStep
                  key={step.kind === 'practice' ? 'practice' : `${step.kind} ${step.slug}`}
                  locale={locale}
                  step={step}
                  state={standingOf(step, stateOf)}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Repeating is never done. */
function standingOf(step: PlannedStep, stateOf: (task: Task) => TaskState): TaskState {
  return step.kind === 'practice' ? 'new' : stateOf(step);
}
