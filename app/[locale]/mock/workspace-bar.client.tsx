'use client';

import { ArrowLeft, Pause, Play } from 'lucide-react';
import { useCallback } from 'react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button, ButtonLink } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';
import { ClockFace } from './clock-face.tsx';
import type { ClockView } from './mock-client.ts';
import { useElapsed } from './use-elapsed.client.ts';
import { useMockClock } from './use-mock-clock.client.ts';

type Props = { locale: Locale; id: string; minutes: number; clock: ClockView };

/** Above the workspace while a mock interview's problem is solved there: its clock, and the way back. */
export function WorkspaceBar({ locale, id, minutes, clock: first }: Props) {
  const t = mockMessages[locale];
  // The editor keeps what is typed by itself.
  const flush = useCallback(async () => true, []);
  const { clock, trouble, pause, resume } = useMockClock({ id, first, flush });
  const elapsedMs = useElapsed(clock);
  const paused = clock.state === 'paused';
  const over = elapsedMs >= minutes * 60_000;
  return (
    <section
      aria-label={t.title}
      className="sticky top-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-accent-soft px-3 py-1.5"
    >
      <ButtonLink size="small" href={`/${locale}/mock/${id}`} prefetch={false}>
        <ArrowLeft aria-hidden size={14} />
        {t.backToMock}
      </ButtonLink>
      <ClockFace locale={locale} elapsedMs={elapsedMs} minutes={minutes} />
      <Button size="small" look="plain" onClick={() => void (paused ? resume() : pause())}>
        {paused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
        {paused ? t.resume : t.pause}
      </Button>
      <p role="status" className="text-sm empty:hidden">
        {trouble ? t.trouble[trouble] : over ? t.workspaceOver : paused ? t.pausedTitle : null}
      </p>
    </section>
  );
}
