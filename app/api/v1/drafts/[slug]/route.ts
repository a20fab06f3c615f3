import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { type DraftInfo, listDrafts, saveDraft } from '#prisma/draft.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import { draftBody, maxBodyBytes, maxSourceBytes } from '../../schemas.ts';

export const GET = route<{ slug: string }>(async ({ request, params }) => {
  const user = await requireUser(request);
  const drafts = await listDrafts(site().db, { userId: user.id, slug: params.slug });
  return Response.json({ drafts: drafts.map(draftJson) });
});

export const PUT = route<{ slug: string }>(async ({ request, params }) => {
  const { db } = site();
  const user = await requireWriter(request);
  const { source } = await readBody(request, draftBody, maxBodyBytes);
  if (Buffer.byteLength(source) > maxSourceBytes) throw new ApiError('too_large');
  if (!(await findCurrent(db, params.slug))) throw new ApiError('not_found');
  return Response.json(draftJson(await saveDraft(db, { userId: user.id, slug: params.slug, source })));
});

function draftJson({ id, source, savedAt }: DraftInfo) {
  return { id, source, savedAt: savedAt.toISOString() };
}
