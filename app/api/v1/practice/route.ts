import { loadPractice } from '#app/_practice/load.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { site } from '#app/_session/site.ts';
import { requireUser, route } from '#app/api/_http/route.ts';
import { practiceJson } from './shape.ts';

export const GET = route(async ({ request }) => {
  const user = await requireUser(request);
  const now = new Date();
  const questions = (await getTaught()).map(({ slug }) => slug);
  const practice = await loadPractice(site().db, { userId: user.id, questions, now });
  return Response.json(practiceJson(practice, now));
});
