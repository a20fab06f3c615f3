import { randomInt } from 'node:crypto';
import { startMock } from '#app/_mock/write-mock.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { listMocks } from '#prisma/mock.ts';
import { maxBodyBytes } from '../schemas.ts';
import { startBody } from './schemas.ts';
import { mockLineJson } from './shape.ts';

const startsPerMinute = 6;
const listed = 50;

export const POST = route(async ({ request }) => {
  const user = await requireWriter(request);
  const choice = await readBody(request, startBody, maxBodyBytes);
  await requireQuota([{ key: `mock-start:user:${user.id}`, max: startsPerMinute }]);
  const seed = randomInt(2 ** 31);
  const started = await startMock(site().db, { userId: user.id, choice, seed, now: new Date() });
  // A site without questions and problems.
  if (!started) throw new ApiError('not_found');
  return Response.json({ id: started.id }, { status: 201 });
});

export const GET = route(async ({ request }) => {
  const user = await requireUser(request);
  const now = new Date();
  const mocks = await listMocks(site().db, { userId: user.id, count: listed });
  return Response.json({ mocks: mocks.map((mock) => mockLineJson(mock, now)) });
});
