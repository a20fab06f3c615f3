import { CircleCheck } from 'lucide-react';
import { practiceMessages } from '#app/_messages/practice.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { Past } from './session-state.ts';

const grades = [1, 2, 3, 4] as const;

/** The end of a session: how it went, and the way back. */
export function Finished({ locale, past }: { locale: Locale; past: readonly Past[] }) {
  const t = practiceMessages[locale];
  const counts = grades.map((grade) => ({
    grade,
    count: past.filter(({ act }) => act.kind === 'grade' && act.grade === grade).length,
  }));
  return (
    <EmptyState
      icon={CircleCheck}
      title={
        <h1 data-begin tabIndex={-1} className="text-xl outline-none">
          {t.finished}
        </h1>
      }
      action={
        <ButtonLink look="primary" href={`/${locale}/practice`} prefetch={false}>
          {t.back}
        </ButtonLink>
      }
    >
      <p>{t.finishedText(past.length)}</p>
      {past.length === 0 ? null : (
        <dl aria-label={t.tally} className="mt-4 flex justify-center gap-6">
          {counts.map(({ grade, count }) => (
            <div key={grade} className="flex flex-col-reverse items-center">
              <dt className="text-sm">{t.grades[grade]}</dt>
              <dd className="font-semibold text-ink text-xl tabular-nums">{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </EmptyState>
  );
}
