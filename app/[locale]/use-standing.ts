import { useEffect, useSyncExternalStore } from 'react';
import {
  keepStanding,
  noStanding,
  readStanding,
  type Standing,
  watchForgetting,
  watchStanding,
} from './kept-standing.ts';

/** What the account of this browser has done: as it was last known, until the server has answered. */
export function useStanding(): Standing {
  const standing = useSyncExternalStore(watchStanding, readStanding, () => noStanding);
  // The page is built ahead and the same for all; whose it is only the server knows.
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    // Whoever comes back by the browser's button finds the page as it was left.
    const again = ({ persisted }: PageTransitionEvent) => persisted && void ask();
    void ask();
    window.addEventListener('online', ask, { signal });
    window.addEventListener('pageshow', again, { signal });
    return () => left.abort();
  }, []);
  return standing;
}

// Several on a page ask once.
let asking = false;

async function ask(): Promise<void> {
  // Without a network a browser would complain of each try.
  if (asking || !navigator.onLine) return;
  asking = true;
  const forgotten = watchForgetting();
  try {
    const response = await fetch('/api/v1/standing');
    const standing = response.ok ? await response.json() : undefined;
    if (standing !== undefined && !forgotten()) keepStanding(standing);
  } catch {
    // No network after all, or the page is being left: what was known has to do.
  } finally {
    asking = false;
    if (forgotten()) void ask();
  }
}
