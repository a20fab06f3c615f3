import { join } from 'node:path';
import { type NoteRenderer, openNoteRenderer } from '#content/note-renderer.ts';

// On globalThis, since Next loads this file once for each of its bundles.
const kept = globalThis as typeof globalThis & { whetstoneNotes?: NoteRenderer };

/** Safe HTML of a note; null where it can't be had, and the note is shown as it was written. */
export async function renderNoteText(text: string): Promise<string | null> {
  kept.whetstoneNotes ??= openNoteRenderer(join(process.cwd(), 'content'));
  return (await kept.whetstoneNotes.render(text)) ?? null;
}
