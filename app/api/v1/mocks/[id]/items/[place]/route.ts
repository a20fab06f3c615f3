import { faultMessages } from '#app/_messages/api.ts';
import { changeItem } from '#app/_mock/write-mock.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, route } from '#app/api/_http/route.ts';
import { findMock } from '#prisma/mock.ts';
import { maxBodyBytes } from '../../../../schemas.ts';
import { requireOwnMockToWrite } from '../../../access.ts';
import { itemBody } from '../../../schemas.ts';
import { itemJson } from '../../../shape.ts';

export const PATCH = route<{ id: string; place: string }>(async ({ request, params }) => {
  const now = new Date();
  const { id } = await requireOwnMockToWrite(request, params.id, now);
  if (!/^\d{1,2}$/.test(params.place)) throw new ApiError('not_found');
  const place = Number(params.place);
  const told = await readBody(request, itemBody, maxBodyBytes);
  const { db } = site();
  const outcome = await changeItem(db, { id, place, told, now });
  if (outcome === 'missing') throw new ApiError('not_found');
  if (outcome === 'refused') throw new ApiError('mock_over');
  if (outcome === 'unfit')
    throw new ApiError('bad_request', {
      fields: Object.keys(told).map((path) => ({ path, message: faultMessages.notOfItem })),
    });
  const item = (await findMock(db, id))?.items[place];
  if (!item) throw new ApiError('not_found');
  return Response.json(itemJson(item));
});
