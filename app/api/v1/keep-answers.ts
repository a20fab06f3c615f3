import { z } from 'zod';
import { cardKinds } from '#app/_practice/replay.ts';
import { locales } from '#app/_ui/languages.ts';

const id = z.uuid();
const time = z.iso.datetime();
const card = { kind: z.enum(cardKinds), slug: z.string() };

export const askedLine = z.object({
  id,
  ...card,
  askedOn: z.iso.date(),
  role: z.string(),
  company: z.string(),
});
const note = z.object({ text: z.string(), revision: id, updatedAt: time });
export const savedNote = z.object({ note: note.nullable() });
export const bookmark = z.object({ ...card, createdAt: time });
export const bookmarked = z.object({ bookmarks: z.array(z.object(card)) });
/** What is kept of one question or problem; `account` is empty for nobody and for an anonymous account. */
export const keptCard = z.object({
  account: z.string(),
  bookmarked: z.boolean(),
  /** `html` is safe to show; null where rendering took too long. */
  note: note.extend({ html: z.string().nullable() }).nullable(),
  asked: z.array(askedLine),
});
export const kept = z.object({
  bookmarks: z.array(bookmark),
  notes: z.array(z.object({ ...card, excerpt: z.string(), updatedAt: time })),
  asked: z.array(askedLine),
});
export const wholeNote = z.object({ id, ...card, text: z.string(), updatedAt: time });
export const calendarFeed = z.object({
  id,
  hint: z.string(),
  locale: z.enum(locales),
  createdAt: time,
  lastUsedAt: time.nullable(),
});
