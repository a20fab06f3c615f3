'use client';

import { useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { classes } from '#app/_ui/classes.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import { describeFailure } from '#judge/describe.ts';
import type { Locale } from '#judge/verdict.ts';
import { Differences } from './differences.tsx';
import { plainText } from './plain-text.ts';
import type { SampleOutcome } from './run-samples.ts';
import type { SamplesState } from './use-samples.client.ts';

/** The sample cases; after a run the first that failed is open. */
export function SamplesPane({
  locale,
  problem,
  state,
}: {
  locale: Locale;
  problem: PublicProblem;
  state: SamplesState;
}) {
  const t = workspaceMessages[locale];
  const [chosen, setChosen] = useState<string | null>(null);
  const failed = state.results.find(({ verdict }) => verdict !== 'AC');
  const open = chosen ?? failed?.name ?? problem.samples[0]?.name;
  const sample = problem.samples.find(({ name }) => name === open);
  const result = state.results.find(({ name }) => name === open);
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex flex-wrap gap-2">
        {problem.samples.map(({ name }, i) => {
          const outcome = state.results.find((candidate) => candidate.name === name);
          return (
            <button
              key={name}
              type="button"
              aria-pressed={name === open}
              onClick={() => setChosen(name)}
              className={classes(
                'flex min-h-8 items-center gap-2 rounded border px-2.5 text-sm',
                name === open
                  ? 'border-accent bg-accent-soft font-semibold'
                  : 'border-line hover:border-accent',
              )}
            >
              {i + 1}
              {outcome ? <VerdictBadge locale={locale} verdict={outcome.verdict} /> : null}
            </button>
          );
        })}
      </div>
      <div aria-live="polite">
        {state.trouble ? <Notice kind="fail" title={state.trouble} /> : null}
        {state.greenSource === null ? null : <Notice kind="pass" title={t.allSamplesPass} />}
        {!state.running && failed ? (
          <Notice
            kind="fail"
            title={t.samplesFail(state.results.filter(({ verdict }) => verdict !== 'AC').length)}
          />
        ) : null}
      </div>
      {sample ? (
        <>
          {sample.description ? <p>{sample.description[locale]}</p> : null}
          {result ? <Outcome locale={locale} result={result} hint={sample.hint?.[locale] ?? null} /> : null}
          <Value label={t.input} text={plainText(sample.args)} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Value label={t.expected} text={plainText(sample.expected)} />
            <Value label={t.yours} text={result?.output ? plainText(result.output) : `(${t.notRun})`} />
          </div>
        </>
      ) : null}
    </div>
  );
}

function Outcome({ locale, result, hint }: { locale: Locale; result: SampleOutcome; hint: string | null }) {
  const t = workspaceMessages[locale];
  const { failure } = result;
  if (!failure) return null;
  const text = failure.kind === 'time' ? t.stopped(failure.limitMs) : describeFailure(failure, locale);
  return (
    <div className="flex flex-col gap-3">
      <Notice kind="fail" title={text}>
        {hint ? (
          <p>
            <span className="font-semibold">{t.hint}:</span> {hint}
          </p>
        ) : null}
      </Notice>
      {failure.kind === 'values' ? <Differences locale={locale} worst={failure.worst} /> : null}
    </div>
  );
}

function Value({ label, text }: { label: string; text: string }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-normal text-ink-muted text-sm">{label}</h3>
      <Scrolled label={label} className="max-h-56">
        {text}
      </Scrolled>
    </div>
  );
}
