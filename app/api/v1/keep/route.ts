import { site } from '#app/_session/site.ts';
import { requireUser, route } from '#app/api/_http/route.ts';
import { listAsked } from '#prisma/asked.ts';
import { listBookmarks } from '#prisma/bookmark.ts';
import { listNotes } from '#prisma/note.ts';
import { keptJson } from './shape.ts';

export const GET = route(async ({ request }) => {
  const { id: userId } = await requireUser(request);
  const { db } = site();
  const [bookmarks, notes, asked] = await Promise.all([
    listBookmarks(db, userId),
    listNotes(db, userId),
    listAsked(db, { userId }),
  ]);
  return Response.json(keptJson({ bookmarks, notes, asked }));
});
