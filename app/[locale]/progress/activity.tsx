import type { Day, Rhythm } from '#app/_keep/activity.ts';
import { progressMessages } from '#app/_messages/progress.ts';
import { formatDate, formatMonth, formatWeekday } from '#app/_ui/format-date.ts';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; weeks: readonly Day[][]; rhythm: Rhythm };

/** A table of days, a column a week: for eyes a picture, for ears the numbers. */
export function Activity({ locale, weeks, rhythm }: Props) {
  const t = progressMessages[locale];
  const monday = weeks[0] ?? [];
  return (
    <section aria-labelledby="activity" className="flex flex-col gap-4">
      <div>
        <h2 id="activity" className="text-xl">
          {t.activity}
        </h2>
        <p className="text-ink-muted">{rhythmText(locale, rhythm)}</p>
      </div>
      <div className="rounded border border-line bg-surface p-3 sm:p-4">
        <table className="w-full max-w-3xl table-fixed border-separate border-spacing-[2px] sm:border-spacing-[3px]">
          <caption className="sr-only">{t.activityText}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-7 sm:w-9">
                <span className="sr-only">{t.weekday}</span>
              </th>
              {weeks.map((week, index) => (
                <th key={week[0]?.day} scope="col" className="relative h-5 p-0 text-left align-bottom">
                  <span className="sr-only">{t.weekOf(formatDate(locale, week[0]?.day ?? ''))}</span>
                  <span
                    aria-hidden
                    className="absolute bottom-0 left-0 whitespace-nowrap font-normal text-ink-muted text-sm leading-none"
                  >
                    {monthAbove(locale, weeks, index)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monday.map(({ day }, weekday) => (
              <tr key={day}>
                <th scope="row" className="relative p-0 text-left font-normal text-ink-muted text-sm">
                  <span
                    className={
                      weekday % 2 === 0
                        ? 'absolute inset-y-0 left-0 flex items-center leading-none'
                        : 'sr-only'
                    }
                  >
                    {formatWeekday(locale, day)}
                  </span>
                </th>
                {weeks.map((week) => (
                  <Cell key={week[0]?.day} locale={locale} day={week[weekday]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-muted text-sm">
          {t.activityText}
          <span aria-hidden className="inline-flex items-center gap-1">
            {t.fewer}
            {levels.map((look) => (
              <span key={look} className={`inline-block size-3 rounded-[2px] ${look}`} />
            ))}
            {t.more}
          </span>
        </p>
      </div>
    </section>
  );
}

function Cell({ locale, day }: { locale: Locale; day: Day | undefined }) {
  if (day === undefined) return <td />;
  const text = progressMessages[locale].onDay(formatDate(locale, day.day), day.count);
  return (
    <td title={text} className="relative overflow-hidden p-0">
      <span aria-hidden className={`block aspect-square rounded-[2px] ${levels[levelOf(day.count)]}`} />
      <span className="sr-only">{text}</span>
    </td>
  );
}

const levels = ['bg-sunken', 'bg-accent/30', 'bg-accent/55', 'bg-accent/80', 'bg-accent'];

function levelOf(count: number): number {
  if (count === 0) return 0;
  if (count < 3) return 1;
  if (count < 6) return 2;
  return count < 11 ? 3 : 4;
}

// Where a month begins, and its name has room until the next.
function monthAbove(locale: Locale, weeks: readonly Day[][], index: number): string {
  const month = (at: number) => weeks[at]?.[0]?.day.slice(0, 7);
  const begins = month(index) !== undefined && month(index) !== month(index - 1);
  const soon = month(index + 1) !== undefined && month(index + 1) !== month(index);
  return begins && !soon && index < weeks.length - 1 ? formatMonth(locale, weeks[index]?.[0]?.day ?? '') : '';
}

function rhythmText(locale: Locale, { lastSeven, weeks }: Rhythm): string {
  const t = progressMessages[locale];
  if (lastSeven === 0) return t.rested;
  const joint = locale === 'en' ? ' ' : '';
  return weeks < 2 ? t.lastSeven(lastSeven) : [t.lastSeven(lastSeven), t.weeks(weeks)].join(joint);
}
