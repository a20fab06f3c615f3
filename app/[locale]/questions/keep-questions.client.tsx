'use client';

import { CloudDownload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { offlineMessages } from '#app/_messages/offline.ts';
import { askWorker, findWorkers } from '#app/_offline/ask-worker.ts';
import type { FromWorker, ToWorker } from '#app/_offline/build.ts';
import { Button } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';

/** Offers to keep all questions on this device, once there is somebody to do so. */
export function KeepQuestions({ locale }: { locale: Locale }) {
  const t = offlineMessages[locale];
  const [answer, setAnswer] = useState<FromWorker | undefined>(undefined);
  const [bytes, setBytes] = useState(0);
  const ask = (kind: Extract<ToWorker, { locale: string }>['kind']) =>
    askWorker({ kind, locale }, (heard) => {
      setAnswer(heard);
      if (heard.kind === 'state') setBytes(heard.bytes);
    });
  // The worker is outside of React.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each language
  useEffect(() => (findWorkers() ? ask('state') : undefined), [locale]);
  if (answer === undefined) return null;
  const kept = answer.kind === 'state' && answer.kept;
  return (
    <section
      aria-labelledby="keep"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded border border-line bg-surface p-4 print:hidden"
    >
      <div className="min-w-60 grow basis-80">
        <h2 id="keep" className="font-semibold">
          {t.keepTitle}
        </h2>
        <p role="status" className="text-ink-muted">
          {answer.kind === 'failed' ? t.keepFailed : kept ? t.kept : t.keepText(bytes)}
        </p>
      </div>
      {answer.kind === 'progress' ? (
        <p className="text-ink-muted tabular-nums">{t.keeping(answer.done, answer.total)}</p>
      ) : kept ? (
        <Button look="plain" onClick={() => ask('forget')}>
          {t.forget}
        </Button>
      ) : (
        <Button onClick={() => ask('keep')}>
          <CloudDownload aria-hidden size={16} />
          {t.keep}
        </Button>
      )}
    </section>
  );
}
