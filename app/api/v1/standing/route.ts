import { settle } from '#app/_practice/record.ts';
import { currentUser } from '#app/_session/current-user.ts';
import { site } from '#app/_session/site.ts';
import { route } from '#app/api/_http/route.ts';
import { listCards } from '#prisma/practice-card.ts';
import { findOwnProgress } from '#prisma/submission.ts';

/** Whoever has no account yet has done nothing yet, which is an answer: a page may ask without knowing. */
export const GET = route(async ({ request }) => {
  const user = await currentUser(request.headers);
  if (!user) return Response.json({ questions: [], problems: [] });
  const { db } = site();
  await settle(db, user.id);
  const [cards, progress] = await Promise.all([listCards(db, user.id), findOwnProgress(db, user.id)]);
  return Response.json({
    questions: cards.filter(({ kind, reps }) => kind === 'question' && reps > 0).map(({ slug }) => slug),
    problems: [...progress].map(([slug, solved]) => ({ slug, solved })),
  });
});
