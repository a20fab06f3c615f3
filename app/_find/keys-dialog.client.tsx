'use client';

import type { Locale } from '#judge/verdict.ts';
import { findMessages } from '../_messages/find.ts';
import { Dialog } from '../_ui/dialog.client.tsx';
import { Kbd } from '../_ui/kbd.tsx';
import { type KeyGroup, usePageKeyGroups } from './keys.ts';

type Props = { locale: Locale; open: boolean; onOpenChange: (open: boolean) => void };

/** All keys: those of the page, then those that are there on every page. */
export function KeysDialog({ locale, open, onOpenChange }: Props) {
  const t = findMessages[locale];
  const own = usePageKeyGroups();
  const general: KeyGroup = {
    title: t.keys.everywhere,
    keys: [
      ['Ctrl/⌘ + K', t.keys.search],
      ['/', t.keys.field],
      ['?', t.keys.help],
      ['Esc', t.keys.escape],
    ],
  };
  const groups = [...own, general];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.keys.title} closeLabel={t.close} scrolls>
      {groups.map(({ title, keys }) => (
        <section key={title} aria-label={title} className="flex flex-col gap-3 not-first:mt-3">
          {groups.length === 1 ? null : <h3 className="font-semibold text-ink-muted text-sm">{title}</h3>}
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3">
            {keys.map(([key, does]) => (
              <div key={key} className="contents">
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
