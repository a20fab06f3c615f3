import { excerptOf } from '#app/_keep/excerpt.ts';
import type { AskedLine } from '#prisma/asked.ts';
import type { Bookmark, Note } from '#prisma/generated/client.ts';
import type { NoteText } from '#prisma/note.ts';

export function askedJson({ askedOn, ...line }: AskedLine) {
  return { ...line, askedOn: askedOn.toISOString().slice(0, 10) };
}

export function noteJson({ text, revision, updatedAt }: NoteText) {
  return { text, revision, updatedAt: updatedAt.toISOString() };
}

/** All that an account keeps; of notes their beginnings, since there may be a thousand. */
export function keptJson(kept: { bookmarks: Bookmark[]; notes: Note[]; asked: AskedLine[] }) {
  return {
    bookmarks: kept.bookmarks.map(({ kind, slug, createdAt }) => ({
      kind,
      slug,
      createdAt: createdAt.toISOString(),
    })),
    notes: kept.notes.map(({ kind, slug, text, updatedAt }) => ({
      kind,
      slug,
      excerpt: excerptOf(text),
      updatedAt: updatedAt.toISOString(),
    })),
    asked: kept.asked.map(askedJson),
  };
}
