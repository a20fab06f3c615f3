import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { setShared } from '#prisma/submission.ts';
import { maxBodyBytes, shareBody } from '../../schemas.ts';
import { requireVisible } from '../access.ts';
import { submissionBody } from '../shape.ts';

export const GET = route<{ id: string }>(async ({ request, params, locale }) => {
  const submission = await requireVisible(request, params.id);
  return Response.json(submissionBody(submission, locale));
});

/** Its owner alone decides who may read it. */
export const PATCH = route<{ id: string }>(async ({ request, params, locale }) => {
  const user = await requireWriter(request);
  const submission = await requireVisible(request, params.id);
  if (submission.userId !== user.id) throw new ApiError('not_found');
  const { shared } = await readBody(request, shareBody, maxBodyBytes);
  return Response.json(submissionBody(await setShared(site().db, submission.id, shared), locale));
});
