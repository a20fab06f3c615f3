import { z } from 'zod';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireWriter, route } from '#app/api/_http/route.ts';
import { revokeFeed } from '#prisma/calendar-feed.ts';

export const DELETE = route<{ id: string }>(async ({ request, params }) => {
  const user = await requireWriter(request);
  const uncheckedId = z.uuid().safeParse(params.id);
  if (!uncheckedId.success || !(await revokeFeed(site().db, { userId: user.id, id: uncheckedId.data })))
    throw new ApiError('not_found');
  return new Response(null, { status: 204 });
});
