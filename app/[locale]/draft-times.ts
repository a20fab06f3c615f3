/** When each problem's draft was last kept in this browser. The workspace writes them. */
import { useSyncExternalStore } from 'react';

const prefix = 'whetstone.draft.';
const none: Readonly<Record<string, number>> = {};

export function useDraftTimes(): Readonly<Record<string, number>> {
  const text = useSyncExternalStore(subscribe, readTimes, () => '');
  return text === '' ? none : Object.fromEntries(new URLSearchParams(text).entries().map(toTime));
}

function toTime([slug, at]: [string, string]): [string, number] {
  return [slug, Number(at)];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

// As text, so that React sees the same value while nothing changed.
function readTimes(): string {
  const times = new URLSearchParams();
  try {
    for (const key of Object.keys(localStorage)) {
      const found = key.startsWith(prefix) && /"savedAt":(\d+)/.exec(localStorage.getItem(key) ?? '');
      if (found) times.set(key.slice(prefix.length), found[1] ?? '');
    }
  } catch {
    // A forbidden store remembers nothing.
  }
  return times.toString();
}
