import { loadPractice } from '#app/_practice/load.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { route } from '#app/api/_http/route.ts';
import { findOwnProgress } from '#prisma/submission.ts';

/** Whoever has no account yet has done nothing yet, which is an answer: a page may ask without knowing. */
export const GET = route(async ({ request }) => {
  const user = await currentUser(request.headers);
  if (!user) return Response.json({ questions: [], problems: [], due: null });
  const { db } = site();
  const questions = (await getTaught()).map(({ slug }) => slug);
  const [{ cards, plan }, progress] = await Promise.all([
    loadPractice(db, { userId: user.id, questions, now: new Date() }),
    findOwnProgress(db, user.id),
  ]);
  const graded = cards.filter(({ reps }) => reps > 0);
  const fresh = plan.queue.filter(({ dueOn }) => dueOn === null).length;
  return Response.json({
    questions: graded.filter(({ kind }) => kind === 'question').map(({ slug }) => slug),
    problems: [...progress].map(([slug, solved]) => ({ slug, solved })),
    due: graded.length === 0 ? null : { review: plan.queue.length - fresh, fresh },
  });
});
