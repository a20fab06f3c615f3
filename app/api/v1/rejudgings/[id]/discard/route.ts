import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { route } from '#app/api/_http/route.ts';
import { discardRejudging } from '#judge/rejudge.ts';
import { requireId, requireTeachingWriter } from '../../access.ts';

/** Gives a set up; no submission changes. */
export const POST = route<{ id: string }>(async ({ request, params }) => {
  const { id: decidedBy } = await requireTeachingWriter(request);
  const reply = await discardRejudging(site().db, { id: requireId(params.id), decidedBy });
  switch (reply.kind) {
    case 'discarded':
      return Response.json({ state: 'discarded' });
    case 'applied':
      throw new ApiError('decided');
    case 'unknown':
      throw new ApiError('not_found');
  }
});
