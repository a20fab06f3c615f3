import { practiceMessages } from '#app/_messages/practice.ts';
import { addDays } from '#app/_practice/calendar.ts';
import { formatWeekday } from '#app/_ui/format-date.ts';
import type { Locale } from '#judge/verdict.ts';

const fullHeight = 72;

type Props = { locale: Locale; today: string; counts: readonly number[] };

/** How much comes on each of the next days. */
export function Ahead({ locale, today, counts }: Props) {
  const t = practiceMessages[locale];
  const most = Math.max(...counts);
  // Who has just come has nothing ahead, and needs no chart of it.
  if (most <= 0) return null;
  return (
    <section aria-labelledby="ahead" className="flex flex-col gap-3">
      <h2 id="ahead" className="text-xl">
        {t.ahead}
      </h2>
      <ol className="grid grid-cols-7 items-end gap-2 rounded border border-line bg-surface px-4 pt-4 pb-3">
        {counts.map((count, index) => {
          const day = formatWeekday(locale, addDays(today, index + 1));
          return (
            <li key={day} className="flex flex-col items-center gap-1 text-sm">
              <span className="sr-only">{t.aheadDay(day, count)}</span>
              <span aria-hidden className="text-ink-muted tabular-nums">
                {count}
              </span>
              <span
                aria-hidden
                className="w-full max-w-10 rounded bg-accent"
                style={{ height: Math.max(2, (count / most) * fullHeight), opacity: count === 0 ? 0.25 : 1 }}
              />
              <span aria-hidden className="text-ink-muted">
                {day}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
