'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useRef } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { findMessages } from '../_messages/find.ts';
import { PaletteBox } from './palette-box.client.tsx';

type Props = { locale: Locale; open: boolean; onClose: () => void; onKeys: () => void };

/** Search and go anywhere. Holds the focus while open, gives it back when closed; Escape closes. */
export function Palette({ locale, open, onClose, onKeys }: Props) {
  const t = findMessages[locale];
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(wanted) => (wanted ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]" />
        <Dialog.Popup
          initialFocus={field}
          className="-translate-x-1/2 fixed top-3 left-1/2 z-50 flex max-h-[calc(100dvh-1.5rem)] w-[min(42rem,calc(100vw-1.5rem))] flex-col overflow-hidden rounded border border-line bg-surface text-ink shadow-raised sm:top-[12dvh] sm:max-h-[72dvh]"
        >
          <Dialog.Title className="sr-only">{t.title}</Dialog.Title>
          <PaletteBox locale={locale} field={field} onClose={onClose} onKeys={onKeys} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
