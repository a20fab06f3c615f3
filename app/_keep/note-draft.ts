/** What was written of a note and is not on the server yet, kept in this browser. Runs in the browser alone. */
import type { CardAddress, NoteOnServer } from './kept.ts';

export type NoteDraft = {
  text: string;
  /** Of the note that it was written over. */
  revision: string | null;
  /** The account it was written under; `''` for an anonymous one, whose work goes to the next that signs in. */
  owner: string;
};

const keyOf = ({ kind, slug }: CardAddress) => `whetstone.note.${kind}.${slug}`;

export function readNoteDraft(card: CardAddress): NoteDraft | undefined {
  try {
    return parseNoteDraft(JSON.parse(localStorage.getItem(keyOf(card)) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function writeNoteDraft(card: CardAddress, draft: NoteDraft | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(keyOf(card));
    else localStorage.setItem(keyOf(card), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the server's copy is then the only one.
  }
}

/** Forgets what is unsent of all notes: their account is gone. */
export function forgetNoteDrafts(): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  for (const key of keys.filter((key) => key.startsWith('whetstone.note.'))) localStorage.removeItem(key);
}

function parseNoteDraft(value: unknown): NoteDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, revision, owner } = value as Record<string, unknown>;
  if (typeof text !== 'string' || typeof owner !== 'string') return undefined;
  return { text, owner, revision: typeof revision === 'string' ? revision : null };
}

/**
 * What a note is to say where something was written here that the server hasn't got. Where it was written over another
 * text than stands there now, both are kept; neither decides.
 */
export function reconcile(
  draft: Pick<NoteDraft, 'text' | 'revision'>,
  server: Pick<NoteOnServer, 'text' | 'revision'> | null,
): { text: string; joined: boolean } {
  const theirs = server?.text ?? '';
  if (draft.revision === (server?.revision ?? null) || theirs === draft.text || theirs === '')
    return { text: draft.text, joined: false };
  if (draft.text === '') return { text: theirs, joined: false };
  if (theirs.includes(draft.text)) return { text: theirs, joined: false };
  if (draft.text.includes(theirs)) return { text: draft.text, joined: false };
  return { text: `${theirs}\n\n---\n\n${draft.text}`, joined: true };
}
