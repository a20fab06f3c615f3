import { useEffect } from 'react';
import { askWorker } from '#app/_offline/ask-worker.ts';
import type { Locale } from '#judge/verdict.ts';
import { type KeptQueue, keepQueue } from './kept-queue.ts';

/** Keeps the queue on this device, and has the service worker keep what its cards are made of. */
export function useKeptQueue({ locale, owner, cards }: KeptQueue & { locale: Locale }): void {
  // Local storage and the worker are outside of React.
  useEffect(() => {
    keepQueue({ owner, cards });
    const paths = cards.map(({ kind, slug }) =>
      kind === 'question' ? `/${locale}/questions/${slug}/card.json` : `/${locale}/problems/${slug}`,
    );
    if (paths.length > 0) askWorker({ kind: 'due', paths }, () => undefined);
  }, [locale, owner, cards]);
}
