'use client';

import { useEffect, useState } from 'react';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.client.tsx';
import { formatMoment } from '#app/_ui/format-date.ts';
import { Scrolled } from '#app/_ui/scrolled.tsx';
import type { Locale } from '#judge/verdict.ts';
import { readServerDrafts, type ServerDraft } from './drafts.ts';

type Props = {
  locale: Locale;
  slug: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  isSignedIn: () => boolean;
  onTake: (source: string) => void;
};

/** Earlier states of the code, to look at and to take back. */
export function DraftsDialog({ locale, slug, open, onOpenChange, isSignedIn, onTake }: Props) {
  const t = workspaceMessages[locale];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t.drafts}
      closeLabel={t.close}
      description={<span className="text-ink-muted">{isSignedIn() ? t.draftsText : t.draftsHere}</span>}
    >
      {open && isSignedIn() ? <Drafts locale={locale} slug={slug} onTake={onTake} /> : null}
    </Dialog>
  );
}

function Drafts({ locale, slug, onTake }: Pick<Props, 'locale' | 'slug' | 'onTake'>) {
  const t = workspaceMessages[locale];
  const [drafts, setDrafts] = useState<ServerDraft[] | 'loading' | 'unreachable'>('loading');
  // They are on the server, and asked for when the dialog opens.
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const found = await readServerDrafts(slug);
      if (!gone) setDrafts(found ?? 'unreachable');
    };
    void load();
    return () => {
      gone = true;
    };
  }, [slug]);
  if (drafts === 'loading') return <p role="status">{t.loading}</p>;
  if (drafts === 'unreachable') return <p role="alert">{t.unreachable}</p>;
  if (drafts.length === 0) return <p>{t.noDrafts}</p>;
  return (
    <ul className="flex flex-col gap-4">
      {drafts.map(({ source, savedAt }) => (
        <li key={savedAt} className="flex flex-col gap-2">
          <div className="flex items-center gap-3">
            <time dateTime={savedAt} className="mr-auto font-semibold text-sm">
              {formatMoment(locale, savedAt)}
            </time>
            <Button size="small" onClick={() => onTake(source)}>
              {t.restore}
            </Button>
          </div>
          <Scrolled label={formatMoment(locale, savedAt)} className="max-h-40">
            {source}
          </Scrolled>
        </li>
      ))}
    </ul>
  );
}
