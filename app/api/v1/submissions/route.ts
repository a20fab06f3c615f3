import { z } from 'zod';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { submit } from '#judge/api.ts';
import { takeQuota } from '#prisma/rate-limit.ts';
import { listSubmissions } from '#prisma/submission.ts';
import { maxBodyBytes, maxSourceBytes, submitBody } from '../schemas.ts';
import { submissionLine } from './shape.ts';

/** A person submits some ten times a minute at most; a class room behind one address more often. */
const quotas = { user: { max: 20, windowMs: 60_000 }, address: { max: 120, windowMs: 60_000 } };

export const POST = route(async ({ request }) => {
  const { db } = site();
  const user = await requireWriter(request);
  const { problem, source } = await readBody(request, submitBody, maxBodyBytes);
  if (Buffer.byteLength(source) > maxSourceBytes) throw new ApiError('too_large');
  await limit(request, user.id);
  const reply = await submit(db, { userId: user.id, problem, source });
  switch (reply.kind) {
    case 'queued':
      return Response.json(
        { id: reply.id, status: 'queued' },
        { status: 202, headers: { location: `/api/v1/submissions/${reply.id}` } },
      );
    case 'unknown-problem':
      throw new ApiError('not_found', { fields: [{ path: 'problem', message: 'there is no such problem' }] });
    case 'too-large':
      throw new ApiError('too_large', {
        fields: [{ path: 'source', message: `at most ${reply.limitKiB} KiB` }],
      });
    case 'not-text':
      throw new ApiError('bad_request', { fields: [{ path: 'source', message: 'must not contain NUL' }] });
  }
});

const query = z.object({
  problem: z.string().max(100).optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const GET = route(async ({ request }) => {
  const user = await requireUser(request);
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    throw new ApiError('bad_request', { fields });
  }
  const { problem: slug, before, limit: count } = parsed.data;
  const rows = await listSubmissions(site().db, { userId: user.id, slug, before, count });
  const submissions = rows.map(submissionLine);
  return Response.json({ submissions, next: rows.length === count ? (rows.at(-1)?.id ?? null) : null });
});

async function limit(request: Request, userId: string): Promise<void> {
  const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
  const counted = [
    { key: `submit:user:${userId}`, ...quotas.user },
    { key: `submit:address:${address}`, ...quotas.address },
  ];
  for (const quota of counted) {
    const refused = await takeQuota(site().db, quota, Date.now());
    if (refused) throw new ApiError('rate_limited', refused);
  }
}
