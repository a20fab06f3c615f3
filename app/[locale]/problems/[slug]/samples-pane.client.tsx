'use client';

import { useState } from 'react';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { classes } from '#app/_ui/classes.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import type { PublicProblem, PublicSample } from '#content/public-problem.ts';
import { describeFailure } from '#judge/describe.ts';
import type { Locale } from '#judge/verdict.ts';
import { CompileErrors } from './compile-errors.tsx';
import { Differences } from './differences.tsx';
import { Pictures } from './pictures/pictures.tsx';
import { expectedText, plainText } from './plain-text.ts';
import type { SampleOutcome } from './run-samples.ts';
import type { SamplesState } from './use-samples.client.ts';

type Props = {
  locale: Locale;
  problem: PublicProblem;
  state: SamplesState;
  onReveal: (line: number, column: number) => void;
};

/** The sample cases; after a run the first that failed is open. */
export function SamplesPane({ locale, problem, state, onReveal }: Props) {
  // What was chosen holds until the next run has something better to show.
  const [chosen, setChosen] = useState<{ name: string; turn: number } | null>(null);
  const failed = state.results.find(({ verdict }) => verdict !== 'AC');
  const stillChosen = chosen && (chosen.turn === state.turn || !failed) ? chosen.name : undefined;
  const open = stillChosen ?? failed?.name ?? problem.samples[0]?.name;
  const sample = problem.samples.find(({ name }) => name === open);
  const result = state.results.find(({ name }) => name === open);
  return (
    <div className="flex flex-col gap-4 p-4">
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        <Told locale={locale} state={state} total={problem.samples.length} />
      </div>
      {state.diagnostics.length > 0 ? (
        <CompileErrors locale={locale} errors={state.diagnostics} onReveal={onReveal} />
      ) : null}
      <SampleChoice
        locale={locale}
        problem={problem}
        state={state}
        open={open}
        onOpen={(name) => setChosen({ name, turn: state.turn })}
      />
      {sample ? (
        <>
          {sample.description ? <p>{sample.description[locale]}</p> : null}
          {result ? <Outcome locale={locale} result={result} hint={hintFor(result, sample, locale)} /> : null}
          {result?.failure?.kind === 'values' && result.output !== null ? (
            <Pictures locale={locale} sample={sample} output={result.output} failing={result.failure.path} />
          ) : null}
          <Case locale={locale} sample={sample} result={result} />
        </>
      ) : null}
    </div>
  );
}

/** How the run went, in a sentence. */
function Told({ locale, state, total }: { locale: Locale; state: SamplesState; total: number }) {
  const t = workspaceMessages[locale];
  const failures = state.results.filter(({ verdict }) => verdict !== 'AC').length;
  if (state.trouble) {
    const { trouble } = state;
    return (
      <Notice kind="warn" title={t.troubles[trouble.kind]}>
        {trouble.kind === 'worker' ? <p>{trouble.message}</p> : null}
      </Notice>
    );
  }
  if (state.greenSource !== null) {
    const took = state.results.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
    return (
      <Notice kind="pass" title={t.allSamplesPass}>
        <p className="text-sm">{t.samplesTook(total, took)}</p>
      </Notice>
    );
  }
  if (!state.running && failures > 0) return <Notice kind="fail" title={t.samplesFail(failures, total)} />;
  return null;
}

type ChoiceProps = Omit<Props, 'onReveal'> & { open: string | undefined; onOpen: (name: string) => void };

function SampleChoice({ locale, problem, state, open, onOpen }: ChoiceProps) {
  const t = workspaceMessages[locale];
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t.cases}</legend>
      {problem.samples.map(({ name }, i) => {
        const outcome = state.results.find((candidate) => candidate.name === name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={name === open}
            onClick={() => onOpen(name)}
            className={classes(
              'flex min-h-8 items-center gap-2 rounded border px-2.5 text-sm',
              name === open
                ? 'border-accent bg-accent-soft font-semibold'
                : 'border-line-strong hover:border-accent',
              state.running && !outcome && 'animate-pulse',
            )}
          >
            {t.sample(i + 1)}
            {outcome ? (
              <span className={`font-semibold ${outcome.verdict === 'AC' ? 'text-pass' : 'text-fail'}`}>
                {verdictMessages[locale].codes[outcome.verdict]}
              </span>
            ) : null}
          </button>
        );
      })}
    </fieldset>
  );
}

/** As the judge gives it: to a wrong answer alone. */
function hintFor(result: SampleOutcome, sample: PublicSample, locale: Locale): string | null {
  return (result.verdict === 'WA' && sample.hint?.[locale]) || null;
}

function Outcome({ locale, result, hint }: { locale: Locale; result: SampleOutcome; hint: string | null }) {
  const t = workspaceMessages[locale];
  const { failure } = result;
  if (!failure) return null;
  const text = failure.kind === 'time' ? t.stopped(failure.limitMs) : describeFailure(failure, locale);
  return (
    <div className="flex flex-col gap-3">
      <p className="whitespace-pre-wrap break-words text-fail">{text}</p>
      {hint ? (
        <p>
          <span className="font-semibold">{t.hint}</span> {hint}
        </p>
      ) : null}
      {failure.kind === 'values' ? <Differences locale={locale} worst={failure.worst} /> : null}
    </div>
  );
}

type CaseProps = {
  locale: Locale;
  sample: PublicProblem['samples'][number];
  result: SampleOutcome | undefined;
};

/** Input, expected and what came out; printed lines beside what printed them. */
function Case({ locale, sample, result }: CaseProps) {
  const t = workspaceMessages[locale];
  return (
    <>
      <Value label={t.input} text={plainText(sample.args)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Value label={t.expected} text={expectedText(sample)} />
        {result ? (
          <Value label={t.yours} text={result.output ? plainText(result.output) : t.nothingReturned} />
        ) : (
          <div>
            <h3 className="mb-1 font-normal text-ink-muted text-sm">{t.yours}</h3>
            <p className="py-2 text-ink-muted text-sm">{t.notRun}</p>
          </div>
        )}
      </div>
      {result?.console ? <Value label={t.printed} text={result.console} /> : null}
    </>
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
