import { headers } from 'next/headers';
import { currentUser } from '#app/_session/current-user.ts';
import { findOwnMock } from '#app/api/v1/mocks/access.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Question } from '#content/question.ts';
import { publicProblem } from '#judge/api.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import type { WholeMock } from '#prisma/mock.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import { getQuestions } from '../questions/questions.ts';

/** Of who asks for the page; undefined for anybody else's. */
export async function readOwnMock(uncheckedId: string, now: Date): Promise<WholeMock | undefined> {
  return findOwnMock({ user: await currentUser(await headers()), uncheckedId, now });
}

export type MockTexts = { questions: ReadonlyMap<string, Question>; problem: PublicProblem | undefined };

/** What its items are about. */
export async function readMockTexts(db: PrismaClient, mock: WholeMock): Promise<MockTexts> {
  const slug = mock.items.find(({ kind }) => kind === 'problem')?.slug;
  const version = slug === undefined ? undefined : await findCurrent(db, slug);
  return {
    questions: new Map((await getQuestions()).map((question) => [question.slug, question])),
    problem: version && publicProblem(version),
  };
}
