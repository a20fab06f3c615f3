import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button } from '#app/_ui/button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import { Differences } from './differences.tsx';
import type { WordedVerdict } from './submission-client.ts';

type Test = WordedVerdict['tests'][number];
type Props = { locale: Locale; verdict: WordedVerdict; onReveal?: (line: number, column: number) => void };

/** A verdict in words: what it looks like, the first failure, the groups, every test. */
export function VerdictReport({ locale, verdict, onReveal }: Props) {
  const t = workspaceMessages[locale];
  const failed = verdict.tests.find((test) => test.verdict !== 'AC');
  return (
    <div className="flex flex-col gap-5 p-4" data-verdict={verdict.verdict}>
      <p className="flex flex-wrap items-center gap-3">
        <VerdictBadge locale={locale} verdict={verdict.verdict} size="large" />
        <span className="font-semibold tabular-nums">{t.score(verdict.score, verdict.maxScore)}</span>
        {verdict.tests.length > 0 ? (
          <span className="text-ink-muted text-sm tabular-nums">
            {Math.round(verdict.cpuMs)} ms · {(verdict.memoryKiB / 1024).toFixed(1)} MiB
          </span>
        ) : null}
      </p>
      {verdict.diagnosis ? (
        <Notice title={`${t.looksLike}: ${verdict.diagnosis.title}`}>
          <p>{verdict.diagnosis.message}</p>
        </Notice>
      ) : null}
      {verdict.compile.length > 0 ? (
        <CompileErrors locale={locale} verdict={verdict} onReveal={onReveal} />
      ) : null}
      {failed ? <FirstFailure locale={locale} test={failed} /> : null}
      {verdict.tests.length > 0 ? <Groups locale={locale} verdict={verdict} /> : null}
    </div>
  );
}

function CompileErrors({
  locale,
  verdict,
  onReveal,
}: {
  locale: Locale;
  verdict: WordedVerdict;
  onReveal: Props['onReveal'];
}) {
  const t = workspaceMessages[locale];
  return (
    <section aria-label={t.compileErrors}>
      <h3 className="mb-2 font-semibold">{t.compileErrors}</h3>
      <ul className="flex flex-col gap-2">
        {verdict.compile.map(({ line, column, code, message }) => (
          <li key={`${line}:${column}:${code}:${message}`} className="flex items-start gap-3">
            {onReveal ? (
              <Button size="small" className="shrink-0" onClick={() => onReveal(line, column)}>
                {t.line} {line}
              </Button>
            ) : (
              <span className="shrink-0 text-ink-muted">
                {t.line} {line}
              </span>
            )}
            <p className="min-w-0 whitespace-pre-wrap break-words pt-1">
              {message} <span className="text-ink-muted text-sm">{code}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FirstFailure({ locale, test }: { locale: Locale; test: Test }) {
  const t = workspaceMessages[locale];
  return (
    <section aria-label={test.name} className="flex flex-col gap-3">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        <VerdictBadge locale={locale} verdict={test.verdict} />
        <span className="break-all font-mono text-sm">{test.name}</span>
      </h3>
      <p className="whitespace-pre-wrap break-words">{test.message}</p>
      {test.failure?.kind === 'values' ? <Differences locale={locale} worst={test.failure.worst} /> : null}
      {test.hint ? (
        <p>
          <span className="font-semibold">{t.hint}:</span> {test.hint}
        </p>
      ) : null}
      {test.console ? (
        <Scrolled label={t.printed} className="max-h-40">
          {test.console}
        </Scrolled>
      ) : null}
    </section>
  );
}

function Groups({ locale, verdict }: { locale: Locale; verdict: WordedVerdict }) {
  const t = workspaceMessages[locale];
  return (
    <div className="flex flex-col divide-y divide-line overflow-hidden rounded border border-line">
      {verdict.groups.map((group) => (
        <details key={group.name} className="group">
          <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-sunken">
            <span className="grow font-semibold">{group.title[locale]}</span>
            {group.run < group.total ? (
              <span className="text-ink-muted text-sm">{t.groupRun(group.run, group.total)}</span>
            ) : null}
            {group.points > 0 ? (
              <span className="text-ink-muted text-sm tabular-nums">
                {t.points(group.score, group.points)}
              </span>
            ) : null}
            <VerdictBadge locale={locale} verdict={group.verdict} />
          </summary>
          <ul className="border-line border-t bg-sunken px-3 py-1 text-sm">
            {verdict.tests
              .filter((test) => test.group === group.name)
              .map((test) => (
                <li key={test.name} className="flex items-center gap-3 py-1">
                  <span className="min-w-0 grow truncate font-mono" title={test.name}>
                    {test.name.split('/').at(-1)}
                  </span>
                  <span className="shrink-0 text-ink-muted tabular-nums">{test.cpuMs.toFixed(1)} ms</span>
                  <span className={test.verdict === 'AC' ? 'w-10 text-pass' : 'w-10 text-fail'}>
                    {test.verdict}
                  </span>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
