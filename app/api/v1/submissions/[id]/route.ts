import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { serverTiming } from '#app/api/_http/stages.ts';
import { recordedTiming } from '#judge/api.ts';
import { setShared } from '#prisma/submission.ts';
import { maxBodyBytes, shareBody } from '../../schemas.ts';
import { requireVisible } from '../access.ts';
import { submissionBody } from '../shape.ts';

export const GET = route<{ id: string }>(async ({ request, params, locale }) => {
  const submission = await requireVisible(request, params.id);
  const timing = recordedTiming(submission);
  return Response.json(await submissionBody(submission, locale), {
    headers: timing ? { 'server-timing': serverTiming(timing.stages) } : {},
  });
});

/** Its owner alone decides who may read it. */
export const PATCH = route<{ id: string }>(async ({ request, params, locale }) => {
  const user = await requireWriter(request);
  const submission = await requireVisible(request, params.id);
  if (submission.userId !== user.id) throw new ApiError('not_found');
  const { shared } = await readBody(request, shareBody, maxBodyBytes);
  const changed = await setShared(site().db, submission.id, shared);
  return Response.json(await submissionBody(changed, locale));
});
