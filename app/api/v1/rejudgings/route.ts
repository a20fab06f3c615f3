import { z } from 'zod';
import { faultMessages } from '#app/_messages/api.ts';
import { site } from '#app/_session/site.ts';
import { parseClaimed } from '#app/api/_http/parse.ts';
import { readBody, route } from '#app/api/_http/route.ts';
import { createRejudging, listSets } from '#judge/rejudge.ts';
import { maxBodyBytes, rejudgeBody } from '../schemas.ts';
import { requireTeacher, requireTeachingWriter } from './access.ts';
import { readChoice, refusal } from './choice.ts';
import { setBody } from './shape.ts';

/** Chooses submissions and puts them into the queue, to be judged again beside the results that they have. */
export const POST = route(async ({ request }) => {
  const { db } = site();
  const user = await requireTeachingWriter(request);
  const { choice: asked, to: target, reason } = await readBody(request, rejudgeBody, maxBodyBytes);
  const choice = await readChoice(db, asked);
  const reply = await createRejudging(db, { choice, target, reason, createdBy: user.id });
  switch (reply.kind) {
    case 'created': {
      const { id, count } = reply;
      return Response.json({ id, count }, { status: 201, headers: { location: `/api/v1/rejudgings/${id}` } });
    }
    case 'no-choice':
      throw refusal('choice', faultMessages.noChoice);
    case 'none':
      throw refusal('choice', faultMessages.noneChosen);
    case 'too-many':
      throw refusal('choice', faultMessages.tooManyChosen(reply.count));
  }
});

const query = z.object({
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const GET = route(async ({ request }) => {
  await requireTeacher(request);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { before, limit: count } = parseClaimed(query, asked);
  const sets = await listSets(site().db, { before, count });
  const last = sets.at(-1);
  const next = last && sets.length === count ? last.rejudging.id : null;
  return Response.json({ rejudgings: sets.map(setBody), next });
});
