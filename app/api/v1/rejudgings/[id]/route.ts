import { z } from 'zod';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { parseClaimed } from '#app/api/_http/parse.ts';
import { route } from '#app/api/_http/route.ts';
import { previewRejudging } from '#judge/rejudge.ts';
import { verdictCodes } from '#judge/verdict.ts';
import { requireId, requireTeacher } from '../access.ts';
import { previewBody } from '../shape.ts';

const query = z.object({
  old: z.enum(verdictCodes).optional(),
  new: z.enum(verdictCodes).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Progress, old verdicts against new, and a page of what differs. */
export const GET = route<{ id: string }>(async ({ request, params }) => {
  await requireTeacher(request);
  const id = requireId(params.id);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { limit: count, ...filter } = parseClaimed(query, asked);
  const preview = await previewRejudging(site().db, id, { ...filter, count });
  if (!preview) throw new ApiError('not_found');
  return Response.json(previewBody(preview));
});
