'use client';

import type { Locale } from '#judge/verdict.ts';
import type { KeptQueue } from './kept-queue.ts';
import { useKeptQueue } from './use-kept-queue.client.ts';

/** Keeps what is due on this device, as the page shows it. */
export function KeepQueue({ locale, owner, cards }: KeptQueue & { locale: Locale }) {
  useKeptQueue({ locale, owner, cards });
  return null;
}
