import { Coffee } from 'lucide-react';
import { practiceMessages } from '#app/_messages/practice.ts';
import type { Plan } from '#app/_practice/plan.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import { Card } from '#app/_ui/card.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Locale } from '#judge/verdict.ts';

/** What is due today, and the one thing to do about it. */
export function Today({ locale, plan }: { locale: Locale; plan: Plan }) {
  const t = practiceMessages[locale];
  const { queue, done, beyond, ahead } = plan;
  const fresh = queue.filter(({ dueOn }) => dueOn === null).length;
  const doneToday = done.new + done.review;
  const waiting = t.beyond({ review: beyond.review, fresh: beyond.new });
  if (queue.length === 0) {
    const next = ahead.findIndex((count) => count > 0) + 1;
    return (
      <EmptyState icon={Coffee} title={<h2>{t.nothing}</h2>}>
        {next > 0 ? <p>{t.next(next)}</p> : null}
        <p>{t.nothingText}</p>
        {waiting === '' ? null : (
          <p className="mt-2 text-sm">
            {waiting}
            {t.stop}
          </p>
        )}
      </EmptyState>
    );
  }
  const figures = [
    { label: t.review, count: queue.length - fresh },
    { label: t.fresh, count: fresh },
    { label: t.done, count: doneToday },
  ];
  return (
    <Card>
      <section aria-labelledby="today" className="flex flex-col gap-5">
        <h2 id="today" className="sr-only">
          {t.today}
        </h2>
        <div className="flex flex-wrap items-end gap-x-8 gap-y-5">
          <dl className="flex grow gap-8">
            {figures.map(({ label, count }) => (
              <div key={label} className="flex flex-col-reverse">
                <dt className="text-ink-muted">{label}</dt>
                <dd className="font-semibold text-3xl tabular-nums">{count}</dd>
              </div>
            ))}
          </dl>
          <ButtonLink
            look="primary"
            href={`/${locale}/practice/session`}
            prefetch={false}
            className="min-h-12 w-full px-8 text-lg sm:w-auto"
          >
            {doneToday === 0 ? t.start : t.goOn}
          </ButtonLink>
        </div>
        {waiting === '' ? null : (
          <p className="text-ink-muted text-sm">
            {waiting}
            {t.stop}
          </p>
        )}
      </section>
    </Card>
  );
}
