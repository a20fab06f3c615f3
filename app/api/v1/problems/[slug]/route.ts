import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { route } from '#app/api/_http/route.ts';
import { publicProblem } from '#judge/api.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import { requireSlug } from '../../schemas.ts';

export const GET = route<{ slug: string }>(async ({ params }) => {
  const version = await findCurrent(site().db, requireSlug(params.slug));
  if (!version) throw new ApiError('not_found');
  return Response.json(publicProblem(version));
});
