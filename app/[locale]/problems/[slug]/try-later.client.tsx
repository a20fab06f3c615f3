'use client';

import { useEffect, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button } from '#app/_ui/button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import type { Locale } from '#judge/verdict.ts';

type Props = {
  locale: Locale;
  /** Which limit was met, in the server's words. */
  said: string;
  seconds: number;
  onSubmit: () => void;
};

/** What was refused for now: why, how long still, and a way to send it again once that is over. */
export function TryLater({ locale, said, seconds, onSubmit }: Props) {
  const t = workspaceMessages[locale];
  const [left, setLeft] = useState(seconds);
  // A clock is the world outside. It asks how late it is instead of counting its ticks, which a page in the background
  // gets few of.
  useEffect(() => {
    const over = performance.now() + seconds * 1000;
    const clock = setInterval(() => {
      const still = Math.max(0, Math.ceil((over - performance.now()) / 1000));
      setLeft(still);
      if (still === 0) clearInterval(clock);
    }, 250);
    return () => clearInterval(clock);
  }, [seconds]);
  return (
    <Notice kind="warn" title={said}>
      <p>{t.refusals.kept}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button size="small" disabled={left > 0} onClick={onSubmit}>
          {t.refusals.again}
        </Button>
        {/* Told once with the notice; a number that changes every second is for eyes alone. */}
        <span aria-hidden={left > 0} className="text-ink-muted text-sm tabular-nums">
          {left > 0 ? t.refusals.wait(left) : t.refusals.ready}
        </span>
        {left > 0 ? <span className="sr-only">{t.refusals.wait(seconds)}</span> : null}
      </div>
    </Notice>
  );
}
