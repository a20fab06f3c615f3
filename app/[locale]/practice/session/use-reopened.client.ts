import { useEffect, useLayoutEffect } from 'react';
import { readEntry, writeEntry } from '#app/_ui/history-entry.ts';
import type { SessionState } from './session-state.ts';

type Options = {
  /** Of the question that is shown. */
  slug: string | undefined;
  state: Pick<SessionState, 'revealed' | 'ticked'>;
  reopen: (ticked: readonly number[]) => void;
};

/** Whoever loads the page again, or comes back to it, finds a card open that was being graded, with its ticks. */
export function useReopened({ slug, state: { revealed, ticked }, reopen }: Options): void {
  // The server renders each card closed; the history is the browser's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the card that the page begins with
  useLayoutEffect(() => {
    const kept = parseOpenCard(readEntry(key));
    if (kept !== undefined && kept.slug === slug) reopen(kept.ticked);
  }, []);
  // As above.
  useEffect(() => {
    const open = revealed && slug !== undefined;
    if (open || readEntry(key) !== undefined) writeEntry(key, open ? { slug, ticked } : undefined);
  }, [slug, revealed, ticked]);
}

const key = 'openCard';

function parseOpenCard(value: unknown): { slug: string; ticked: number[] } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { slug, ticked } = value as Record<string, unknown>;
  if (typeof slug !== 'string' || !Array.isArray(ticked)) return undefined;
  return { slug, ticked: ticked.filter((index) => Number.isInteger(index)) };
}
