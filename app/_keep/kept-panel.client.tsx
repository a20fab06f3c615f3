'use client';

import { Lock } from 'lucide-react';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../_messages/keep.ts';
import { Asked } from './asked.client.tsx';
import { type CardAddress, useKept } from './kept.ts';
import { Note } from './note.client.tsx';

type Props = CardAddress & { locale: Locale };

/** A place on a public page that its reader alone can see: their note, and the interviews in which it came up. */
export function KeptPanel({ locale, kind, slug }: Props) {
  const t = keepMessages[locale];
  const kept = useKept({ kind, slug });
  return (
    <section aria-labelledby="keep" className="needs-script rounded border border-line bg-surface">
      <header className="flex flex-wrap items-baseline gap-x-3 border-line border-b px-4 py-2.5">
        <h2 id="keep" className="font-semibold text-base">
          {t.title}
        </h2>
        <p className="inline-flex items-center gap-1 text-ink-muted text-sm">
          <Lock aria-hidden size={13} />
          {t.lead}
        </p>
      </header>
      <div className="flex min-h-44 flex-col gap-6 p-4">
        {kept ? (
          <>
            {/* Another account's note is another note. */}
            <Note key={kept.account} locale={locale} kind={kind} slug={slug} kept={kept} />
            <Asked locale={locale} kind={kind} slug={slug} kept={kept} />
          </>
        ) : null}
      </div>
    </section>
  );
}
