import { site } from '#app/_session/site.ts';
import { ApiError } from '#app/api/_http/errors.ts';
import { readBody, route } from '#app/api/_http/route.ts';
import { shareMock } from '#prisma/mock.ts';
import { maxBodyBytes, shareBody } from '../../../schemas.ts';
import { requireOwnMockToWrite } from '../../access.ts';

/** An address of its own, which is dead once it is revoked: shared again, it gets another. */
export const PUT = route<{ id: string }>(async ({ request, params }) => {
  const mock = await requireOwnMockToWrite(request, params.id, new Date());
  const { shared } = await readBody(request, shareBody, maxBodyBytes);
  const sharedAs = await shareMock(site().db, mock.id, shared);
  // Deleted meanwhile.
  if (sharedAs === undefined) throw new ApiError('not_found');
  return Response.json({ sharedAs });
});
