import { z } from 'zod';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { deleteAsked, updateAsked } from '#prisma/asked.ts';
import { keepsPerMinute } from '../../keep/card.ts';
import { askedJson } from '../../keep/shape.ts';
import { askedBody } from '../../keep-schemas.ts';
import { maxBodyBytes } from '../../schemas.ts';

export const PUT = route<{ id: string }>(async ({ request, params }) => {
  const user = await requireWriter(request);
  const { askedOn, ...facts } = await readBody(request, askedBody, maxBodyBytes);
  await requireQuota([{ key: `keep:user:${user.id}`, max: keepsPerMinute }]);
  const change = { userId: user.id, id: requireId(params.id), ...facts, askedOn: new Date(askedOn) };
  const changed = await updateAsked(site().db, change);
  if (!changed) throw new ApiError('not_found');
  return Response.json(askedJson(changed));
});

export const DELETE = route<{ id: string }>(async ({ request, params }) => {
  const user = await requireWriter(request);
  if (!(await deleteAsked(site().db, { userId: user.id, id: requireId(params.id) })))
    throw new ApiError('not_found');
  return new Response(null, { status: 204 });
});

function requireId(uncheckedId: string): string {
  const id = z.uuid().safeParse(uncheckedId);
  if (!id.success) throw new ApiError('not_found');
  return id.data;
}
