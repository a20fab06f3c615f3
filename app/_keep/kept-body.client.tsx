'use client';

import type { Locale } from '#judge/verdict.ts';
import { Asked } from './asked.client.tsx';
import type { CardAddress, Kept } from './kept.ts';
import { Note } from './note.client.tsx';

/** `begun` is what was asked for before this was there. */
export type KeptBodyProps = CardAddress & { locale: Locale; kept: Kept; begun: 'note' | 'asked' | null };

export function KeptBody({ begun, ...rest }: KeptBodyProps) {
  return (
    <>
      <Note {...rest} begun={begun === 'note'} />
      <Asked {...rest} begun={begun === 'asked'} />
    </>
  );
}
