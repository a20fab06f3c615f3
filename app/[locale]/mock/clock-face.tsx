import { mockMessages } from '#app/_messages/mock.ts';
import { classes } from '#app/_ui/classes.ts';
import type { Locale } from '#judge/verdict.ts';
import { formatClock } from './format-duration.ts';

type Props = { locale: Locale; elapsedMs: number; minutes: number };

/** What is left, or by how much it is over: told by a word as well. */
export function ClockFace({ locale, elapsedMs, minutes }: Props) {
  const t = mockMessages[locale];
  const leftMs = minutes * 60_000 - elapsedMs;
  const over = leftMs <= 0;
  return (
    <span className="flex items-baseline gap-2 whitespace-nowrap">
      <span className={classes('text-sm', over ? 'font-semibold text-warn' : 'text-ink-muted')}>
        {over ? t.timeOver : t.timeLeft}
      </span>
      <span
        role="timer"
        aria-label={over ? t.timeOver : t.timeLeft}
        className={classes('font-semibold text-xl tabular-nums', over && 'text-warn')}
      >
        {over ? `+${formatClock(-leftMs)}` : formatClock(leftMs + 999)}
      </span>
    </span>
  );
}
