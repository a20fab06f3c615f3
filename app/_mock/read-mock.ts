/** A mock interview as its rows keep it, typed, and what it came to. */
import { z } from 'zod';
import type { Question } from '#content/question.ts';
import { publicProblem } from '#judge/api.ts';
import type { MockItem, PrismaClient } from '#prisma/generated/client.ts';
import type { WholeMock } from '#prisma/mock.ts';
import { findCurrent } from '#prisma/problem-version.ts';
import { listSubmissionsWithin, type SubmissionLine } from '#prisma/submission.ts';
import { getQuestions } from '../[locale]/questions/questions.ts';
import { type Clock, type ClockAct, clockActs, readClock } from './clock.ts';
import { fixNumbers } from './fix-numbers.ts';
import { type ItemKind, itemKinds } from './item-kinds.ts';
import { type CheckAnswer, markCheck } from './mark-check.ts';
import { type Attempt, bestAttempt, type FinishedItem, type MockReport, reportMock } from './report.ts';

const keptAnswer = z.union([z.object({ chosen: z.array(z.int()) }), z.object({ text: z.string() })]);

export function clockOf({ events, minutes }: WholeMock, now: Date): Clock {
  const typed = events.map(({ act, place, at }) => ({ act: requireAct(act), place, at }));
  return readClock(typed, { minutes, now });
}

export function answerOf({ answer }: Pick<MockItem, 'answer'>): CheckAnswer | null {
  return keptAnswer.safeParse(answer).data ?? null;
}

/** The report, also of one that is under way: as it would be if it ended now. */
export async function readReport(db: PrismaClient, mock: WholeMock, now: Date): Promise<MockReport> {
  const clock = clockOf(mock, now);
  const { userId, startedAt: from } = mock;
  const problem = mock.items.find(({ kind }) => kind === 'problem');
  const to = clock.finishedAt ?? now;
  const attempts = problem ? await listSubmissionsWithin(db, { userId, slug: problem.slug, from, to }) : [];
  const version = problem && (await findCurrent(db, problem.slug));
  const items = await finishedItems(mock, {
    attempt: bestAttempt(attempts.map(toAttempt)),
    problemTopics: version ? publicProblem(version).topics : [],
  });
  return reportMock(items, clock, mock.minutes);
}

function toAttempt({ id, status, verdict, score, maxScore }: SubmissionLine): Attempt {
  return { id, status, verdict, score, maxScore };
}

type Coded = { attempt: Attempt | null; problemTopics: readonly string[] };
const nothingCoded: Coded = { attempt: null, problemTopics: [] };

/** What was asked and done. What isn't taught any more is left out. */
export async function finishedItems(mock: WholeMock, coded = nothingCoded): Promise<FinishedItem[]> {
  const questions = new Map((await getQuestions()).map((question) => [question.slug, question]));
  const items = await Promise.all(mock.items.map((item) => finished(item, questions.get(item.slug), coded)));
  return items.flat();
}

async function finished(
  item: MockItem,
  question: Question | undefined,
  { attempt, problemTopics }: Coded,
): Promise<FinishedItem[]> {
  const { mockId, place, slug } = item;
  const asked = { place, slug, topics: question?.topics ?? [], budgetMs: item.budgetSeconds * 1000 };
  switch (requireKind(item.kind)) {
    case 'problem':
      return [{ ...asked, topics: problemTopics, kind: 'problem', attempt }];
    case 'check': {
      const check = question?.text.en.checks.find(({ id }) => id === item.checkId);
      if (!check) return [];
      const fixed = await fixNumbers(check, { locale: 'en', mockId, place });
      return [{ ...asked, kind: 'check', mark: markCheck(fixed, answerOf(item)) }];
    }
    case 'question': {
      if (!question) return [];
      const points = question.text.en.keyPoints.length;
      const named = item.points.filter((index) => index < points);
      return [{ ...asked, kind: 'question', revealed: item.revealedAt !== null, named, points }];
    }
  }
}

// The database allows no others: a constraint says so.
export function requireKind(text: string): ItemKind {
  const kind = itemKinds.find((known) => known === text);
  if (!kind) throw new Error(`the database holds a mock's item of kind ${text}`);
  return kind;
}

function requireAct(text: string): ClockAct {
  const act = clockActs.find((known) => known === text);
  if (!act) throw new Error(`the database holds a mock's event ${text}`);
  return act;
}
