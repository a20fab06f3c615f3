import { site } from '#app/_session/site.ts';
import { readBody, route } from '#app/api/_http/route.ts';
import { countRejudging } from '#judge/rejudge.ts';
import { choiceBody, maxBodyBytes } from '../../schemas.ts';
import { requireTeachingWriter } from '../access.ts';
import { readChoice } from '../choice.ts';

/** How many submissions would be judged again. */
export const POST = route(async ({ request }) => {
  const { db } = site();
  await requireTeachingWriter(request);
  const asked = await readBody(request, choiceBody, maxBodyBytes);
  return Response.json({ count: await countRejudging(db, await readChoice(db, asked)) });
});
