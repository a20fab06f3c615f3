import { wayMessages } from '#app/_messages/ways.ts';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; label: string; done: number; all: number };

export function ProgressBar({ locale, label, done, all }: Props) {
  return (
    <div className="needs-script flex items-center gap-3">
      <progress
        aria-label={label}
        value={done}
        max={all}
        className="h-2 w-full max-w-60 appearance-none overflow-hidden rounded bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <span className="shrink-0 text-ink-muted text-sm tabular-nums">
        {wayMessages[locale].progress(done, all)}
      </span>
    </div>
  );
}
