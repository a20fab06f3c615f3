import { useEffect, useSyncExternalStore } from 'react';
import { keepStanding, noStanding, readStanding, type Standing, watchStanding } from './kept-standing.ts';

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
  try {
    const response = await fetch('/api/v1/standing');
    if (response.ok) keepStanding(await response.json());
  } catch {
    // No network after all, or the page is being left: what was known has to do.
  } finally {
    asking = false;
  }
}
