import { faultMessages } from '#app/_messages/api.ts';
import { actOnMock } from '#app/_mock/write-mock.ts';
import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, route } from '#app/api/_http/route.ts';
import { maxBodyBytes } from '../../../schemas.ts';
import { requireOwnMockToWrite } from '../../access.ts';
import { actBody } from '../../schemas.ts';
import { clockJson } from '../../shape.ts';

export const POST = route<{ id: string }>(async ({ request, params }) => {
  const now = new Date();
  const { id, items } = await requireOwnMockToWrite(request, params.id, now);
  const claimed = await readBody(request, actBody, maxBodyBytes);
  const place = claimed.act === 'go' ? claimed.place : null;
  if (place !== null && place >= items.length)
    throw new ApiError('bad_request', { fields: [{ path: 'place', message: faultMessages.noSuchItem }] });
  const acted = await actOnMock(site().db, { id, act: claimed.act, place, now });
  if (!acted) throw new ApiError('not_found');
  if (acted.outcome === 'refused') throw new ApiError('mock_over');
  return Response.json({ clock: clockJson(acted.clock, items.length) });
});
