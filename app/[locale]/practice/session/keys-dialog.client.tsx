'use client';

import { practiceMessages } from '#app/_messages/practice.ts';
import { Dialog } from '#app/_ui/dialog.client.tsx';
import { Kbd } from '#app/_ui/kbd.tsx';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; open: boolean; onOpenChange: (open: boolean) => void };

export function KeysDialog({ locale, open, onOpenChange }: Props) {
  const t = practiceMessages[locale];
  const keys = [
    ['Space', t.keyList.reveal],
    ['1 2 3 4', t.keyList.grade],
    ['u', t.keyList.undo],
    ['b', t.keyList.bury],
    ['s', t.keyList.suspend],
    ['Esc', t.keyList.leave],
    ['?', t.keyList.help],
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
