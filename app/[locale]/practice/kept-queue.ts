/**
 * The cards that were last due, kept in this browser for when there is no network. Nothing of it is in the service
 * worker's store, and it goes when somebody signs in or out. Runs in the browser alone.
 */
import { isRecord } from '../../_ui/is-record.ts';
import type { SessionCard } from './session/session-state.ts';

/** `owner` as in the outbox. */
export type KeptQueue = { owner: string; cards: readonly SessionCard[] };

const key = 'whetstone.practice.queue';

export function keepQueue(queue: KeptQueue): void {
  try {
    localStorage.setItem(key, JSON.stringify(queue));
  } catch {
    // A full or forbidden store: without a network there is no practice then.
  }
}

export function forgetQueue(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What can't be reached wasn't kept either.
  }
}

export function readQueue(): KeptQueue | undefined {
  try {
    return parseQueue(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** What of it is as we would have written it; a card of another version is left out. */
export function parseQueue(kept: unknown): KeptQueue | undefined {
  if (!isRecord(kept) || typeof kept['owner'] !== 'string' || !Array.isArray(kept['cards'])) return undefined;
  return { owner: kept['owner'], cards: kept['cards'].filter(isCard) };
}

function isCard(card: unknown): card is SessionCard {
  if (!isRecord(card) || !isRecord(card['intervals'])) return false;
  const { intervals, kind } = card;
  return (
    (kind === 'question' || kind === 'problem') &&
    typeof card['slug'] === 'string' &&
    typeof card['title'] === 'string' &&
    typeof card['isNew'] === 'boolean' &&
    typeof card['leech'] === 'boolean' &&
    [1, 2, 3, 4].every((grade) => Number.isFinite(intervals[grade]))
  );
}
