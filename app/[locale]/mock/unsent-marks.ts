/** What was done in a mock interview and has not reached the server: kept in this browser until it has. */
import type { ItemPatch, Told } from './mock-client.ts';

/** By item's place. */
export type Unsent = Record<number, ItemPatch>;

const keyOf = (id: string) => `whetstone.mock.${id}`;

export function readUnsent(id: string): Unsent {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Unsent) : {};
  } catch {
    return {};
  }
}

export function writeUnsent(id: string, unsent: Unsent): void {
  try {
    if (Object.keys(unsent).length === 0) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), JSON.stringify(unsent));
  } catch {
    // A full or forbidden store: what isn't sent lives as long as the page.
  }
}

/** What is left to send once `sent` has arrived: what was changed again meanwhile. */
export function without(unsent: Unsent, place: number, sent: ItemPatch): Unsent {
  const { [place]: now = {}, ...others } = unsent;
  const left = Object.fromEntries(
    Object.entries(now).filter(([field, value]) => sent[field as keyof ItemPatch] !== value),
  ) as ItemPatch;
  return Object.keys(left).length === 0 ? others : { ...others, [place]: left };
}

/** What the server has, with what it has not yet. */
export function merged(items: readonly Told[], unsent: Unsent): Told[] {
  return items.map((item, place) => ({ ...item, ...unsent[place] }));
}
