/** What was written of an interview and is not saved yet, kept in this tab. Runs in the browser alone. */
import type { AskedLine, CardAddress } from './kept.ts';

/** `id` is `''` of a new one; `owner` the account it was written under, `''` for an anonymous one. */
export type AskedDraft = AskedLine & { owner: string };

const keyOf = ({ kind, slug }: CardAddress) => `whetstone.asked.${kind}.${slug}`;

/** Undefined where nothing is kept that `account` wrote, or an anonymous one that became it. */
export function readAskedDraft(card: CardAddress, account: string): AskedDraft | undefined {
  try {
    const draft = parseAskedDraft(JSON.parse(sessionStorage.getItem(keyOf(card)) ?? 'null'));
    return draft?.owner === '' || draft?.owner === account ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function writeAskedDraft(card: CardAddress, draft: AskedDraft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(keyOf(card));
    else sessionStorage.setItem(keyOf(card), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the form works, a reload empties it.
  }
}

/** Forgets them all: their account is gone. */
export function forgetAskedDrafts(): void {
  for (const key of Object.keys(sessionStorage).filter((key) => key.startsWith('whetstone.asked.')))
    sessionStorage.removeItem(key);
}

function parseAskedDraft(value: unknown): AskedDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, owner, askedOn, role, company } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof owner !== 'string') return undefined;
  if (typeof askedOn !== 'string' || typeof role !== 'string' || typeof company !== 'string')
    return undefined;
  return { id, owner, askedOn, role, company };
}
