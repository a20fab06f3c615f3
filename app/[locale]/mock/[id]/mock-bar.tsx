import { Flag, Pause, Play } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';
import { ClockFace } from '../clock-face.tsx';
import type { ItemView } from '../item-view.ts';
import type { ClockView } from '../mock-client.ts';
import { TimeStrip } from './time-strip.tsx';

type Props = {
  locale: Locale;
  minutes: number;
  items: readonly ItemView[];
  dealtWith: readonly boolean[];
  clock: ClockView;
  elapsedMs: number;
  onPause: () => void;
  onFinish: () => void;
};

/** Always in sight: how far one is, how much time there is, and the ways to stop it. */
export function MockBar({ locale, minutes, items, dealtWith, clock, elapsedMs, onPause, onFinish }: Props) {
  const t = mockMessages[locale];
  const paused = clock.state === 'paused';
  return (
    <div className="-mx-4 sticky top-0 z-20 flex flex-col gap-2 border-line border-b bg-paper px-4 pt-2 pb-3 sm:-mx-6 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-ink-muted text-sm tabular-nums">{t.place(clock.current + 1, items.length)}</p>
        <span className="mr-auto ml-3">
          <ClockFace locale={locale} elapsedMs={elapsedMs} minutes={minutes} />
        </span>
        <span className="flex gap-1">
          <Button size="small" onClick={onPause} aria-keyshortcuts="p">
            {paused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
            {paused ? t.resume : t.pause}
          </Button>
          <Button size="small" look="plain" onClick={onFinish}>
            <Flag aria-hidden size={14} />
            {t.finish}
          </Button>
        </span>
      </div>
      <TimeStrip items={items} current={clock.current} dealtWith={dealtWith} />
    </div>
  );
}
