import { z } from 'zod';
import { faultMessages } from '#app/_messages/api.ts';
import { currentRequest } from '#app/_session/requests.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { parseClaimed, storable } from '#app/api/_http/parse.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { submit } from '#judge/api.ts';
import { listSubmissions } from '#prisma/submission.ts';
import { maxBodyBytes, requireShort, submitBody } from '../schemas.ts';
import { refusalOf, requireSubmitQuota } from './limits.ts';
import { submissionLine } from './shape.ts';

export const POST = route(async ({ request, time }) => {
  const { db, limits } = site();
  const user = await time('auth', () => requireWriter(request));
  const { problem, source, queue } = await time('body', () => readBody(request, submitBody, maxBodyBytes));
  requireShort(source);
  await time('quota', () => requireSubmitQuota(request.headers, user));
  const sent = { userId: user.id, problem, source, queue, requestId: currentRequest()?.id };
  const reply = await time('insert', () => submit(db, sent, limits.bounds));
  switch (reply.kind) {
    case 'queued':
      return Response.json(
        { id: reply.id, status: 'queued' },
        { status: 202, headers: { location: `/api/v1/submissions/${reply.id}` } },
      );
    case 'unknown-problem':
      throw new ApiError('not_found', {
        fields: [{ path: 'problem', message: faultMessages.noSuchProblem }],
      });
    case 'too-large':
      throw new ApiError('too_large', {
        fields: [{ path: 'source', message: faultMessages.tooLong(reply.limitKiB) }],
      });
    case 'not-text':
      throw new ApiError('bad_request', { fields: [{ path: 'source', message: faultMessages.nul }] });
    case 'queue-full':
    case 'too-many-pending':
      throw refusalOf(reply);
  }
});

const query = z.object({
  problem: storable.max(100).optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const GET = route(async ({ request }) => {
  const user = await requireUser(request);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { problem: slug, before, limit: count } = parseClaimed(query, asked);
  const rows = await listSubmissions(site().db, { userId: user.id, slug, before, count });
  const submissions = rows.map(submissionLine);
  return Response.json({ submissions, next: rows.length === count ? (rows.at(-1)?.id ?? null) : null });
});
