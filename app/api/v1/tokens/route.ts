import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireUser, requireWriter, route } from '#app/api/_http/route.ts';
import { insertToken, listTokens } from '#prisma/api-token.ts';
import { maxBodyBytes, tokenBody } from '../schemas.ts';

export const GET = route(async ({ request }) => {
  const user = await requireUser(request);
  return Response.json({ tokens: await listTokens(site().db, user.id) });
});

/** A token is made by who signed in, not by another token; an anonymous account would lose it with its cookie. */
export const POST = route(async ({ request }) => {
  const user = await requireWriter(request);
  if (user.by === 'token' || user.isAnonymous) throw new ApiError('forbidden');
  const { name } = await readBody(request, tokenBody, maxBodyBytes);
  await requireQuota([{ key: `token:user:${user.id}`, max: 10 }]);
  const made = await insertToken(site().db, { userId: user.id, name });
  if (!made) throw new ApiError('too_many_tokens');
  return Response.json({ ...made.info, token: made.token }, { status: 201 });
});
