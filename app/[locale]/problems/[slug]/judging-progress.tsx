import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { labelled } from '#app/_ui/labelled.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale, SubmissionStatus, TestProgress } from '#judge/verdict.ts';
import { testName } from './test-names.ts';

type Props = {
  locale: Locale;
  groups: PublicProblem['groups'];
  status: SubmissionStatus;
  /** How many are judged before it; null where nobody knows. */
  ahead: number | null;
  /** Whether it was told that no judge is at work. */
  unattended?: boolean;
  tests: TestProgress[];
};

/** Each test turns as it is judged. */
export function JudgingProgress({ locale, groups, status, ahead, unattended = false, tests }: Props) {
  const t = workspaceMessages[locale];
  const all = groups.flatMap(({ name: group, sample, tests: names }) =>
    names.map((name) => ({ name, group, sample })),
  );
  const total = all.length;
  return (
    <div className="flex flex-col gap-4 p-4">
      <p role="status" className="flex flex-wrap items-center gap-3">
        {/* What is done and not yet told is still being judged, as far as anyone sees. */}
        <VerdictBadge locale={locale} status={status === 'done' ? 'running' : status} size="large" />
        {status === 'queued' && ahead !== null ? (
          <span className="text-ink-muted tabular-nums">{t.ahead(ahead)}</span>
        ) : (
          <span aria-hidden className="text-ink-muted tabular-nums">
            {t.judged(tests.length, total)}
          </span>
        )}
      </p>
      <div role="status">
        {unattended && status === 'queued' ? (
          <Notice kind="warn" title={t.unattended}>
            <p>{t.unattendedText}</p>
          </Notice>
        ) : null}
      </div>
      <div
        role="progressbar"
        aria-label={t.judged(tests.length, total)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={tests.length}
        className="h-1 overflow-hidden rounded bg-sunken"
      >
        <div
          className="h-full bg-accent transition-[width]"
          style={{ width: `${total === 0 ? 0 : (100 * tests.length) / total}%` }}
        />
      </div>
      {groups.map((group) => (
        <section key={group.name} aria-label={group.title[locale]} className="flex flex-col gap-1.5">
          <h3 className="font-normal text-ink-muted text-sm">{group.title[locale]}</h3>
          <ul className="flex flex-wrap gap-1">
            {all
              .filter((test) => test.group === group.name)
              .map((test) => (
                <TestMark
                  key={test.name}
                  locale={locale}
                  name={testName(locale, test, all)}
                  test={tests.find((judged) => judged.name === test.name)}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const looks = {
  waiting: 'border-line text-ink-muted',
  pass: 'border-pass/30 bg-pass-soft text-pass',
  fail: 'border-fail/30 bg-fail-soft text-fail',
};

/** A test in the smallest form: its code, in its colour. */
function TestMark({ locale, name, test }: { locale: Locale; name: string; test: TestProgress | undefined }) {
  const state = test ? verdictMessages[locale].codes[test.verdict] : workspaceMessages[locale].notJudged;
  const label = labelled(locale, name, state);
  const look = test ? (test.verdict === 'AC' ? looks.pass : looks.fail) : looks.waiting;
  return (
    <li
      title={label}
      className={`grid h-7 min-w-9 place-items-center rounded border px-1 font-mono text-sm ${look}`}
    >
      <span aria-hidden>{test ? test.verdict : '·'}</span>
      <span className="sr-only">{label}</span>
    </li>
  );
}
