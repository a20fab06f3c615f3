import { readReport } from '#app/_mock/read-mock.ts';
import { site } from '#app/_session/site.ts';
import { route } from '#app/api/_http/route.ts';
import { requireOwnMock } from '../access.ts';
import { mockJson } from '../shape.ts';

export const GET = route<{ id: string }>(async ({ request, params }) => {
  const now = new Date();
  const mock = await requireOwnMock(request, params.id, now);
  const report = mock.fedAt ? await readReport(site().db, mock, now) : null;
  return Response.json(mockJson(mock, { report, now }));
});
