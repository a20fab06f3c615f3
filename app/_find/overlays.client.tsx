'use client';

import type { Locale } from '#judge/verdict.ts';
import { KeysDialog } from './keys-dialog.client.tsx';
import { Palette } from './palette.client.tsx';

export type Overlay = 'palette' | 'keys';
export type OverlaysProps = { locale: Locale; open: Overlay | null; onOpen: (open: Overlay | null) => void };

/** What lies over a page when it is asked for; one at a time. */
export function Overlays({ locale, open, onOpen }: OverlaysProps) {
  return (
    <>
      <Palette
        locale={locale}
        open={open === 'palette'}
        onClose={() => onOpen(null)}
        onKeys={() => onOpen('keys')}
      />
      <KeysDialog
        locale={locale}
        open={open === 'keys'}
        onOpenChange={(wanted) => onOpen(wanted ? 'keys' : null)}
      />
    </>
  );
}
