'use client';

import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Dialog } from '#app/_ui/dialog.client.tsx';
import { Kbd } from '#app/_ui/kbd.tsx';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; open: boolean; onOpenChange: (open: boolean) => void };

export function KeysDialog({ locale, open, onOpenChange }: Props) {
  const t = workspaceMessages[locale];
  const keys = [
    ['Ctrl/⌘ + ’', t.keyList.run],
    ['Ctrl/⌘ + Enter', t.keyList.submit],
    ['Ctrl/⌘ + S', t.keyList.save],
    ['Esc', t.keyList.leave],
    ['?', t.keyList.help],
    [':w  :q', t.keyList.vim],
  ] as const;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.keys} closeLabel={t.close}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3">
        {keys.map(([key, text]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
