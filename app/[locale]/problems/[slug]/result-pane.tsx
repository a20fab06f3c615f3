import { CircleDot, Hourglass } from 'lucide-react';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import type { WordedVerdict } from './submission-client.ts';
import type { Judging } from './use-judging.client.ts';
import { VerdictReport } from './verdict-report.tsx';

type Props = {
  locale: Locale;
  problem: PublicProblem;
  judging: Judging;
  onReveal: (line: number, column: number) => void;
};

/** A submission from sending to verdict. */
export function ResultPane({ locale, problem, judging, onReveal }: Props) {
  const t = workspaceMessages[locale];
  switch (judging.kind) {
    case 'idle':
      return (
        <div className="p-4">
          <EmptyState icon={CircleDot} title={t.noResult}>
            {t.noResultText}
          </EmptyState>
        </div>
      );
    case 'refused':
      return (
        <div className="p-4">
          <Notice kind="fail" title={t.refusals[judging.refusal]} />
        </div>
      );
    case 'sending':
    case 'following':
      return <Progress locale={locale} problem={problem} judging={judging} />;
    case 'judged':
      return <VerdictReport locale={locale} verdict={judging.verdict} onReveal={onReveal} />;
  }
}

/** Each test turns as it is judged. */
function Progress({
  locale,
  problem,
  judging,
}: {
  locale: Locale;
  problem: PublicProblem;
  judging: Extract<Judging, { kind: 'sending' | 'following' }>;
}) {
  const t = workspaceMessages[locale];
  const tests = judging.kind === 'following' ? judging.tests : [];
  const status = judging.kind === 'following' && judging.status !== 'done' ? judging.status : 'queued';
  const total = problem.groups.reduce((sum, group) => sum + group.tests.length, 0);
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="flex flex-wrap items-center gap-3">
        <VerdictBadge locale={locale} status={status} size="large" />
        <span className="text-ink-muted tabular-nums">{t.judged(tests.length, total)}</span>
      </p>
      {problem.groups.map((group) => (
        <section key={group.name} aria-label={group.title[locale]} className="flex flex-col gap-1.5">
          <h3 className="font-normal text-ink-muted text-sm">{group.title[locale]}</h3>
          <ul className="flex flex-wrap gap-1">
            {group.tests.map((name) => {
              const test = tests.find((judged) => judged.name === name);
              return (
                <li key={name}>
                  {test ? (
                    <TestMark
                      verdict={test.verdict}
                      label={`${name}: ${verdictMessages[locale].codes[test.verdict]}`}
                    />
                  ) : (
                    <span
                      title={name}
                      className="grid h-7 min-w-9 place-items-center rounded border border-line text-line-strong"
                    >
                      <Hourglass aria-hidden size={12} />
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** A judged test in the smallest form: its code, in its colour. */
export function TestMark({ verdict, label }: { verdict: WordedVerdict['verdict']; label: string }) {
  const look =
    verdict === 'AC' ? 'border-pass/30 bg-pass-soft text-pass' : 'border-fail/30 bg-fail-soft text-fail';
  return (
    <span
      title={label}
      className={`grid h-7 min-w-9 place-items-center rounded border px-1 font-mono text-sm ${look}`}
    >
      <span aria-hidden>{verdict}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
