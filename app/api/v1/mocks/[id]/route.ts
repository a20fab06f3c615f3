import { readReport } from '#app/_mock/read-mock.ts';
import { site } from '#app/_session/site.ts';
import { route } from '#app/api/_http/route.ts';
import { deleteMock } from '#prisma/mock.ts';
import { requireOwnMock, requireOwnMockToWrite } from '../access.ts';
import { mockJson } from '../shape.ts';

export const GET = route<{ id: string }>(async ({ request, params }) => {
  const now = new Date();
  const mock = await requireOwnMock(request, params.id, now);
  const report = mock.fedAt ? await readReport(site().db, mock, now) : null;
  return Response.json(mockJson(mock, { report, now }));
});

export const DELETE = route<{ id: string }>(async ({ request, params }) => {
  const mock = await requireOwnMockToWrite(request, params.id, new Date());
  await deleteMock(site().db, mock.id);
  return new Response(null, { status: 204 });
});
