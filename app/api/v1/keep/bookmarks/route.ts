import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { route } from '#app/api/_http/route.ts';
import { listBookmarks } from '#prisma/bookmark.ts';

/** Whoever has no account has no bookmarks, which is an answer: a list may ask without knowing. */
export const GET = route(async ({ request }) => {
  const user = await currentUser(request.headers);
  const bookmarks = user ? await listBookmarks(site().db, user.id) : [];
  return Response.json({ bookmarks: bookmarks.map(({ kind, slug }) => ({ kind, slug })) });
});
