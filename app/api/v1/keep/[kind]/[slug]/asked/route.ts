import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { insertAsked } from '#prisma/asked.ts';
import { askedBody } from '../../../../keep-schemas.ts';
import { maxBodyBytes } from '../../../../schemas.ts';
import { type CardParams, keepsPerMinute, requireCard } from '../../../card.ts';
import { askedJson } from '../../../shape.ts';

export const POST = route<CardParams>(async ({ request, params }) => {
  const user = await requireWriter(request);
  const { askedOn, ...facts } = await readBody(request, askedBody, maxBodyBytes);
  await requireQuota([{ key: `keep:user:${user.id}`, max: keepsPerMinute }]);
  const card = await requireCard(params);
  const made = await insertAsked(site().db, {
    userId: user.id,
    ...card,
    ...facts,
    askedOn: new Date(askedOn),
  });
  if (!made) throw new ApiError('too_many_asked');
  return Response.json(askedJson(made), { status: 201 });
});
