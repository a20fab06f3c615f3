import { site } from '#app/_session/site.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { setBookmark } from '#prisma/bookmark.ts';
import { bookmarkBody } from '../../../../keep-schemas.ts';
import { maxBodyBytes } from '../../../../schemas.ts';
import { type CardParams, keepsPerMinute, requireCard } from '../../../card.ts';

export const PUT = route<CardParams>(async ({ request, params }) => {
  const user = await requireWriter(request);
  const { bookmarked } = await readBody(request, bookmarkBody, maxBodyBytes);
  await requireQuota([{ key: `keep:user:${user.id}`, max: keepsPerMinute }]);
  await setBookmark(site().db, { userId: user.id, ...(await requireCard(params)) }, bookmarked);
  return Response.json({ bookmarked });
});
