'use client';

import { Lock, MessageSquareQuote, NotebookPen } from 'lucide-react';
import { type ComponentType, useEffect, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../_messages/keep.ts';
import { Button } from '../_ui/button.tsx';
import { type CardAddress, type Kept, useKept } from './kept.ts';
import type { KeptBodyProps } from './kept-body.client.tsx';
import { readNoteDraft } from './note-draft.ts';

type Props = CardAddress & { locale: Locale };

// Most readers keep nothing of most questions: what it takes to write comes to who writes, or has written.
const load = () => import('./kept-body.client.tsx');

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
      <div className="flex min-h-24 flex-col gap-6 p-4">
        {/* Another account's note is another note. */}
        {kept ? <Content key={kept.account} locale={locale} card={{ kind, slug }} kept={kept} /> : null}
      </div>
    </section>
  );
}

function Content({ locale, card, kept }: { locale: Locale; card: CardAddress; kept: Kept }) {
  const t = keepMessages[locale];
  const [Body, setBody] = useState<ComponentType<KeptBodyProps> | null>(null);
  const [begun, setBegun] = useState<KeptBodyProps['begun']>(null);
  const [failed, setFailed] = useState(false);
  const open = (next: KeptBodyProps['begun']) => {
    setBegun(next);
    load().then(
      (loaded) => setBody(() => loaded.KeptBody),
      () => setFailed(true),
    );
  };
  const empty = kept.note === null && kept.asked.length === 0 && readNoteDraft(card) === undefined;
  useEffect(() => {
    if (!empty) void load().then((loaded) => setBody(() => loaded.KeptBody));
  }, [empty]);
  if (Body) return <Body locale={locale} {...card} kept={kept} begun={begun} />;
  if (!empty) return null;
  return (
    <div className="flex flex-wrap gap-3">
      <Button size="small" onClick={() => open('note')}>
        <NotebookPen aria-hidden size={14} />
        {t.write}
      </Button>
      <Button size="small" onClick={() => open('asked')}>
        <MessageSquareQuote aria-hidden size={14} />
        {t.add}
      </Button>
      <p role="alert" className="w-full text-fail text-sm empty:hidden">
        {failed ? t.failed : ''}
      </p>
    </div>
  );
}
