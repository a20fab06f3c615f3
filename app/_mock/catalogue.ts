/** What can be asked of a user, and what of it they should be asked first. */
import { publicProblem } from '#judge/api.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { listCurrent } from '#prisma/problem-version.ts';
import { findOwnProgress } from '#prisma/submission.ts';
import { loadPractice, type Practice } from '../_practice/load.ts';
import { dueOnOf, keyOf } from '../_practice/plan.ts';
import type { CardKey } from '../_practice/replay.ts';
import { getQuestions } from '../[locale]/questions/questions.ts';
import type { Catalogue, Standing } from './compose.ts';

type Asked = { userId: string | undefined; now: Date };

export async function readCatalogue(db: PrismaClient, { userId, now }: Asked): Promise<Catalogue> {
  const questions = await getQuestions();
  const [practice, versions, tried] = await Promise.all([
    loadPractice(db, { userId, questions: questions.map(({ slug }) => slug), now }),
    listCurrent(db),
    userId === undefined ? new Map<string, boolean>() : findOwnProgress(db, userId),
  ]);
  return {
    questions: questions.map(({ slug, topics, difficulty, problems, text }) => ({
      slug,
      topics,
      difficulty,
      problems,
      checks: text.en.checks.map(({ id }) => id),
      standing: standingOf({ kind: 'question', slug }, practice),
    })),
    problems: versions.map(publicProblem).map(({ slug, topics, difficulty }) => {
      const standing = standingOf({ kind: 'problem', slug }, practice);
      return {
        slug,
        topics,
        difficulty,
        standing: standing === 'unseen' && tried.has(slug) ? 'rest' : standing,
      };
    }),
  };
}

function standingOf(key: CardKey, { cards, settings, plan }: Practice): Standing {
  const card = cards.find((one) => keyOf(one) === keyOf(key));
  if (!card || card.reps === 0) return card?.suspended ? 'rest' : 'unseen';
  const dueOn = dueOnOf(card, settings, plan.today);
  return dueOn !== null && dueOn <= plan.today && !card.suspended ? 'due' : 'rest';
}
