'use client';

import { useEffect } from 'react';
import { type KeptQueue, keepQueue } from './kept-queue.ts';

/** Keeps what is due on this device, as the page shows it. */
export function KeepQueue({ owner, cards }: KeptQueue) {
  // Local storage is outside of React.
  useEffect(() => keepQueue({ owner, cards }), [owner, cards]);
  return null;
}
