import { randomUUID } from 'node:crypto';
import { site } from '#app/_session/site.ts';
import { readBody, route } from '#app/api/_http/route.ts';
import { setShareKey } from '#prisma/mock.ts';
import { maxBodyBytes, shareBody } from '../../../schemas.ts';
import { requireOwnMockToWrite } from '../../access.ts';

/** An address of its own, which is dead once it is revoked: shared again, it gets another. */
export const PUT = route<{ id: string }>(async ({ request, params }) => {
  const mock = await requireOwnMockToWrite(request, params.id, new Date());
  const { shared } = await readBody(request, shareBody, maxBodyBytes);
  const sharedAs = shared ? (mock.shareKey ?? randomUUID()) : null;
  await setShareKey(site().db, mock.id, sharedAs);
  return Response.json({ sharedAs });
});
