import { renderNoteText } from '#app/_keep/render-note.ts';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { route } from '#app/api/_http/route.ts';
import { listAsked } from '#prisma/asked.ts';
import { isBookmarked } from '#prisma/bookmark.ts';
import { findNote } from '#prisma/note.ts';
import { type CardParams, keepsPerMinute, requireCardKey } from '../../card.ts';
import { askedJson, noteJson } from '../../shape.ts';

/** For everyone: a page that is built ahead asks without knowing whether its reader has an account. */
export const GET = route<CardParams>(async ({ request, params }) => {
  const card = requireCardKey(params);
  const user = await currentUser(request.headers);
  if (!user) return Response.json({ account: '', bookmarked: false, note: null, asked: [] });
  const { db } = site();
  const own = { userId: user.id, ...card };
  const [bookmarked, note, asked] = await Promise.all([
    isBookmarked(db, own),
    findNote(db, own),
    listAsked(db, own),
  ]);
  // Rendering costs more than reading.
  if (note) await requireQuota([{ key: `read-note:user:${user.id}`, max: keepsPerMinute }]);
  return Response.json({
    account: user.isAnonymous ? '' : user.id,
    bookmarked,
    note: note ? { ...noteJson(note), html: await renderNoteText(note.text) } : null,
    asked: asked.map(askedJson),
  });
});
