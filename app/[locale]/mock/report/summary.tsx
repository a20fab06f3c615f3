import { mockMessages } from '#app/_messages/mock.ts';
import type { MockReport } from '#app/_mock/report.ts';
import { Card } from '#app/_ui/card.tsx';
import { labelled } from '#app/_ui/labelled.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import { formatClock } from '../format-duration.ts';
import { AttemptBadge } from './attempt-badge.tsx';
import { PrintButton } from './print-button.client.tsx';

type Props = { locale: Locale; report: MockReport; problem: PublicProblem | undefined; own: boolean };

/** The interview in four figures. */
export function Summary({ locale, report, problem, own }: Props) {
  const t = mockMessages[locale];
  const { points, checks, minutes, elapsedMs, overMs, pauses } = report;
  const coding = report.items.find((item) => item.kind === 'problem');
  const lengthMs = minutes * 60_000;
  const pausedMs = pauses.reduce((sum, { ms }) => sum + ms, 0);
  const notes = [
    overMs > 0 ? t.overBy(formatClock(overMs)) : elapsedMs < lengthMs ? t.early : null,
    pauses.length === 0 ? t.noPauses : t.pauses(pauses.length, formatClock(pausedMs)),
  ];
  return (
    <Card className="keep-together">
      <section aria-labelledby="summary" className="flex flex-col gap-6">
        <div className="flex items-center">
          <h2 id="summary" className="grow font-semibold text-lg">
            {t.summary}
          </h2>
          <PrintButton locale={locale} />
        </div>
        <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
          <Figure label={t.named} value={`${points.named} / ${points.all}`} />
          <Figure label={t.right} value={`${checks.right} / ${checks.all}`} />
          <Figure
            label={t.time}
            value={t.timeUsed(formatClock(elapsedMs), formatClock(lengthMs))}
            note={notes.filter(Boolean).join(' · ')}
          />
          {coding?.kind === 'problem' ? (
            <div className="flex flex-col-reverse justify-end gap-1">
              <dt className="text-ink-muted">
                {labelled(locale, t.code, problem?.name[locale] ?? coding.slug)}
              </dt>
              <dd className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <AttemptBadge locale={locale} attempt={coding.attempt} />
                {own && coding.attempt ? (
                  <TextLink
                    href={`/${locale}/submissions/${coding.attempt.id}`}
                    prefetch={false}
                    className="no-print text-sm"
                  >
                    {t.submission}
                  </TextLink>
                ) : null}
              </dd>
            </div>
          ) : null}
        </dl>
      </section>
    </Card>
  );
}

function Figure({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div className="flex flex-col">
      <dt className="order-2 text-ink-muted">{label}</dt>
      <dd className="order-1 font-semibold text-2xl tabular-nums">{value}</dd>
      {note ? <dd className="order-3 text-ink-muted text-sm">{note}</dd> : null}
    </div>
  );
}
