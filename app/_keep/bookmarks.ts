/** What somebody keeps at hand, for lists that are the same for all. Runs in the browser alone. */
import { useEffect, useState } from 'react';
import type { CardAddress } from './kept.ts';

/** Slugs of what is bookmarked; undefined until the server has answered. */
export function useBookmarks(kind: CardAddress['kind']): ReadonlySet<string> | undefined {
  const [slugs, setSlugs] = useState<ReadonlySet<string> | undefined>(undefined);
  // The page was built ahead; only the server knows whose it is.
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const read = async () => {
      // Without a network a browser would complain of each try.
      const found = navigator.onLine ? await ask(kind, signal) : undefined;
      if (found && !signal.aborted) setSlugs(new Set(found));
    };
    // Whoever comes back by the browser's button finds the page as it was left.
    const again = ({ persisted }: PageTransitionEvent) => persisted && void read();
    void read();
    window.addEventListener('online', read, { signal });
    window.addEventListener('pageshow', again, { signal });
    return () => left.abort();
  }, [kind]);
  return slugs;
}

async function ask(kind: CardAddress['kind'], signal: AbortSignal): Promise<string[] | undefined> {
  try {
    const response = await fetch('/api/v1/keep/bookmarks', { signal });
    if (!response.ok) return undefined;
    const { bookmarks } = (await response.json()) as { bookmarks: CardAddress[] };
    return bookmarks.filter((one) => one.kind === kind).map(({ slug }) => slug);
  } catch {
    return undefined;
  }
}
