import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { VerdictBadge } from '#app/_ui/verdict-badge.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { WordedVerdict } from './submission-client.ts';
import { testName } from './test-names.ts';

type Props = { locale: Locale; verdict: WordedVerdict; of?: string | undefined };

/** The groups with their points; opened, each of their tests. */
export function GroupResults({ locale, verdict, of }: Props) {
  const t = workspaceMessages[locale];
  return (
    <section
      aria-label={of === undefined ? t.groups : `${t.groups}, ${of}`}
      className="divide-y divide-line overflow-hidden rounded border border-line"
    >
      {verdict.groups.map((group) => (
        <details key={group.name}>
          <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-sunken">
            <span className="min-w-32 grow font-semibold">{group.title[locale]}</span>
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
                  <span className="min-w-0 grow tabular-nums" title={test.name}>
                    {testName(locale, test, verdict.tests)}
                  </span>
                  <span className="shrink-0 text-ink-muted tabular-nums">{test.cpuMs.toFixed(1)} ms</span>
                  <span className={`shrink-0 ${test.verdict === 'AC' ? 'text-pass' : 'text-fail'}`}>
                    {verdictMessages[locale].codes[test.verdict]}
                  </span>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
