'use client';

import { Pause, Play, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { questionMessages } from '../../../_messages/questions.ts';
import { Button } from '../../../_ui/button.tsx';
import { Textarea } from '../../../_ui/field.tsx';
import { useStoredText } from '../../../_ui/stored-text.ts';

type Props = { locale: Locale; slug: string };

/** A place to think before the answer: a clock and scratch paper. */
export function ThinkPanel({ locale, slug }: Props) {
  const t = questionMessages[locale];
  const [notes, setNotes] = useStoredText(`whetstone.notes.${slug}`);
  return (
    <section aria-labelledby="think" className="rounded border border-line bg-surface">
      <div className="flex flex-col gap-3 p-4">
        <div>
          <h2 id="think" className="font-semibold text-base">
            {t.think}
          </h2>
          <p className="text-ink-muted text-sm">{t.thinkText}</p>
        </div>
        <Timer locale={locale} />
        <div className="flex flex-col gap-1">
          <label htmlFor="notes" className="text-ink-muted text-sm">
            {t.notes}
          </label>
          <Textarea
            id="notes"
            aria-describedby="notes-hint"
            value={notes}
            onChange={({ currentTarget }) => setNotes(currentTarget.value)}
            className="min-h-28 bg-paper lg:min-h-44"
          />
          <p id="notes-hint" className="text-ink-muted text-sm">
            {t.notesHint}
          </p>
        </div>
      </div>
    </section>
  );
}

function Timer({ locale }: { locale: Locale }) {
  const t = questionMessages[locale];
  const [kept, setKept] = useState(0);
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  const elapsed = kept + (startedAt === null ? 0 : Math.max(0, now - startedAt));
  // The clock is outside React: it has to be looked at while it runs.
  useEffect(() => {
    if (startedAt === null) return;
    const ticking = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(ticking);
  }, [startedAt]);

  const toggle = () => {
    const at = Date.now();
    setNow(at);
    if (startedAt !== null) setKept(kept + at - startedAt);
    setStartedAt(startedAt === null ? at : null);
  };
  const reset = () => {
    setKept(0);
    setStartedAt(null);
  };
  return (
    <div className="flex items-center gap-2">
      <span role="timer" aria-label={t.timer} className="grow text-xl tabular-nums">
        {formatElapsed(elapsed)}
      </span>
      <Button size="small" onClick={toggle}>
        {startedAt === null ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
        {startedAt === null ? t.start : t.pause}
      </Button>
      <Button
        size="small"
        look="plain"
        onClick={reset}
        disabled={elapsed === 0}
        aria-label={t.reset}
        title={t.reset}
      >
        <RotateCcw aria-hidden size={14} />
      </Button>
    </div>
  );
}

function formatElapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
