import { practiceMessages } from '#app/_messages/practice.ts';
import { classes } from '#app/_ui/classes.ts';
import { Kbd } from '#app/_ui/kbd.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { Grade } from './session-state.ts';

const grades = [1, 2, 3, 4] as const;

type Props = {
  locale: Locale;
  intervals: Record<Grade, number>;
  /** Undefined where nothing speaks for one. */
  suggested: Grade | undefined;
  onGrade: (grade: Grade) => void;
};

/** Four grades, each with when the card would come back; at hand while one still reads. */
export function GradeBar({ locale, intervals, suggested, onGrade }: Props) {
  const t = practiceMessages[locale];
  return (
    <div className="sticky bottom-0 -mx-4 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
      <fieldset>
        <legend className="sr-only">{t.gradeIt}</legend>
        <div className="grid grid-cols-4 gap-2">
          {grades.map((grade) => {
            const isSuggested = grade === suggested;
            return (
              <button
                key={grade}
                type="button"
                onClick={() => onGrade(grade)}
                aria-keyshortcuts={String(grade)}
                className={classes(
                  'flex min-h-14 min-w-0 flex-col items-center rounded border px-1 py-2 leading-tight',
                  isSuggested
                    ? 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong'
                    : 'border-line-strong bg-surface hover:border-accent hover:bg-accent-soft',
                )}
              >
                <span className="flex items-center gap-2 font-semibold">
                  {t.grades[grade]}
                  <span aria-hidden className="hidden sm:inline">
                    <Kbd>{grade}</Kbd>
                  </span>
                </span>
                <span className={classes('text-sm', !isSuggested && 'text-ink-muted')}>
                  {t.days(intervals[grade])}
                </span>
                {isSuggested ? <span className="text-sm">{t.suggested}</span> : null}
              </button>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
