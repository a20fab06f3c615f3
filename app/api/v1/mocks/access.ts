import { z } from 'zod';
import { openMock } from '#app/_mock/write-mock.ts';
import type { CurrentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { requireUser, requireWriter } from '#app/api/_http/route.ts';
import type { WholeMock } from '#prisma/mock.ts';

/** A hand is slower; notes are sent a second after the last key. */
const writesPerMinute = 300;

type Asked = { user: Pick<CurrentUser, 'id'> | undefined; uncheckedId: string; now: Date };

/** A user's own mock interview; undefined for anybody else's, instructors' too, and where there is none. */
export async function findOwnMock({ user, uncheckedId, now }: Asked): Promise<WholeMock | undefined> {
  if (!user || !z.uuid().safeParse(uncheckedId).success) return undefined;
  const mock = await openMock(site().db, uncheckedId, now);
  return mock?.userId === user.id ? mock : undefined;
}

/** The mock of a reading request. Throws 401, and 404 for a stranger's. */
export async function requireOwnMock(request: Request, uncheckedId: string, now: Date): Promise<WholeMock> {
  const user = await requireUser(request);
  const mock = await findOwnMock({ user, uncheckedId, now });
  if (!mock) throw new ApiError('not_found');
  return mock;
}

/** That of a writing request, counted. */
export async function requireOwnMockToWrite(
  request: Request,
  uncheckedId: string,
  now: Date,
): Promise<WholeMock> {
  const user = await requireWriter(request);
  await requireQuota([{ key: `mock:user:${user.id}`, max: writesPerMinute }]);
  const mock = await findOwnMock({ user, uncheckedId, now });
  if (!mock) throw new ApiError('not_found');
  return mock;
}
