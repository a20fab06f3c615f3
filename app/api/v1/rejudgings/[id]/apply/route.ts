import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, route } from '#app/api/_http/route.ts';
import { applyRejudging } from '#judge/rejudge.ts';
import { applyBody, maxBodyBytes } from '../../../schemas.ts';
import { requireId, requireTeachingWriter } from '../../access.ts';

/** Gives the submissions their new results. */
export const POST = route<{ id: string }>(async ({ request, params }) => {
  const { id: decidedBy } = await requireTeachingWriter(request);
  const id = requireId(params.id);
  const { partial } = await readBody(request, applyBody, maxBodyBytes);
  const reply = await applyRejudging(site().db, { id, decidedBy, partial });
  switch (reply.kind) {
    case 'applied': {
      const { applied, conflicts, leftOut } = reply;
      return Response.json({ applied, conflicts, leftOut });
    }
    case 'unfinished':
      throw new ApiError('unfinished');
    case 'discarded':
      throw new ApiError('decided');
    case 'unknown':
      throw new ApiError('not_found');
  }
});
