import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { type DraftInfo, listDrafts, saveDraft } from '#prisma/draft.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import { draftBody, maxBodyBytes, requireShort, requireSlug } from '../../schemas.ts';

export const GET = route<{ slug: string }>(async ({ request, params }) => {
  const user = await requireUser(request);
  const drafts = await listDrafts(site().db, { userId: user.id, slug: requireSlug(params.slug) });
  return Response.json({ drafts: drafts.map(draftJson) });
});

/** The editor saves by itself twice a minute at most; a hand on Ctrl+S more often. */
const savesPerMinute = 60;

export const PUT = route<{ slug: string }>(async ({ request, params }) => {
  const { db } = site();
  const user = await requireWriter(request);
  const { source } = await readBody(request, draftBody, maxBodyBytes);
  requireShort(source);
  const slug = requireSlug(params.slug);
  await requireQuota([{ key: `draft:user:${user.id}`, max: savesPerMinute }]);
  if (!(await findCurrent(db, slug))) throw new ApiError('not_found');
  return Response.json(draftJson(await saveDraft(db, { userId: user.id, slug, source })));
});

function draftJson({ id, source, savedAt }: DraftInfo) {
  return { id, source, savedAt: savedAt.toISOString() };
}
