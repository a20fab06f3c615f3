import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { type DraftInfo, listDrafts, saveDraft } from '#prisma/draft.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import { draftBody, maxBodyBytes, requireShort, requireSlug } from '../../schemas.ts';

export const GET = route<{ slug: string }>(async ({ request, params }) => {
  const user = await requireUser(request);
  const drafts = await listDrafts(site().db, { userId: user.id, slug: requireSlug(params.slug) });
  return Response.json({ drafts: drafts.map(draftJson) });
});

export const PUT = route<{ slug: string }>(async ({ request, params }) => {
  const { db } = site();
  const user = await requireWriter(request);
  const { source } = await readBody(request, draftBody, maxBodyBytes);
  requireShort(source);
  const slug = requireSlug(params.slug);
  if (!(await findCurrent(db, slug))) throw new ApiError('not_found');
  return Response.json(draftJson(await saveDraft(db, { userId: user.id, slug, source })));
});

function draftJson({ id, source, savedAt }: DraftInfo) {
  return { id, source, savedAt: savedAt.toISOString() };
}
