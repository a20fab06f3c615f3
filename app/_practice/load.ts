/** What a user's practice stands at. */
import type { Prisma, PrismaClient, PracticeSettings as SettingsRow } from '#prisma/generated/client.ts';
import { lockOwn } from '#prisma/lock.ts';
import { listCards } from '#prisma/practice-card.ts';
import { listProblemLog, listSolved } from '#prisma/practice-entry.ts';
import { findPracticeSettings } from '#prisma/practice-settings.ts';
import { listJudged } from '#prisma/submission.ts';
import { type Card, defaultSettings, type Plan, type PracticeSettings, planDay } from './plan.ts';
import { recordLocked, settle, toCard, toEntry } from './record.ts';
import { type CardKey, counted } from './replay.ts';
import { gradesOf, type SaidGrade, type SolvedGrade } from './solved.ts';

export type Practice = {
  cards: Card[];
  settings: PracticeSettings;
  /** Whether they were chosen, or are what everybody begins with. */
  chosen: boolean;
  plan: Plan;
};

type Asked = { userId: string | undefined; questions: readonly string[]; now: Date };

/** The practice of a user, or of somebody who has just come: then everything is new. */
export async function loadPractice(db: PrismaClient, { userId, questions, now }: Asked): Promise<Practice> {
  const beginnable = questions.map((slug): CardKey => ({ kind: 'question', slug }));
  if (userId === undefined) return practiceOf({ cards: [], settings: undefined, beginnable, now });
  await collectSolved(db, userId, now);
  await settle(db, userId);
  const [rows, settings] = await Promise.all([listCards(db, userId), findPracticeSettings(db, userId)]);
  // What isn't taught any more isn't asked any more; its log stays.
  const cards = rows.map(toCard).filter(({ kind, slug }) => kind === 'problem' || questions.includes(slug));
  return practiceOf({ cards, settings, beginnable, now });
}

type Known = { cards: Card[]; settings: SettingsRow | undefined; beginnable: CardKey[]; now: Date };

function practiceOf({ cards, settings: row, beginnable, now }: Known): Practice {
  const settings = row ? toSettings(row) : defaultSettings;
  return { cards, settings, chosen: row !== undefined, plan: planDay({ cards, beginnable, settings, now }) };
}

/** Problems solved since the last look join the schedule: each sitting by the entry that has its submission's id. */
async function collectSolved(db: PrismaClient, userId: string, now: Date): Promise<void> {
  if ((await gradesToCome(db, userId)).length === 0) return;
  await db.$transaction(async (tx) => {
    await lockOwn(tx, 'practice', userId);
    // Looked for again: another view may have recorded them by now, or others of the same sittings.
    const entries = (await gradesToCome(tx, userId)).map(({ id, slug, grade, at }) => ({
      id,
      kind: 'problem' as const,
      slug,
      act: 'grade' as const,
      grade,
      undoes: null,
      points: [],
      at,
    }));
    await recordLocked(tx, { userId, entries, now });
  });
}

async function gradesToCome(db: Prisma.TransactionClient, userId: string): Promise<SolvedGrade[]> {
  const judged = await listJudged(db, userId);
  const recorded = await listSolved(db, userId);
  // Which submissions are graded follows without what was said by hand; how they are does not.
  if (gradesOf(judged, { recorded }).length === 0) return [];
  const said = await listSaid(db, userId, new Set(recorded.map(({ id }) => id)));
  return gradesOf(judged, { recorded, said });
}

/** Grades of problems that no submission gave, the oldest first. */
async function listSaid(
  db: Prisma.TransactionClient,
  userId: string,
  solved: ReadonlySet<string>,
): Promise<SaidGrade[]> {
  const log = (await listProblemLog(db, userId)).map((row) => ({ slug: row.slug, ...toEntry(row) }));
  return counted(log).flatMap(({ id, slug, grade, at }) =>
    grade === null || solved.has(id) ? [] : [{ slug, grade, at }],
  );
}

/** What a user chose; undefined for who has not yet. */
export async function loadSettings(db: PrismaClient, userId: string): Promise<PracticeSettings | undefined> {
  const row = await findPracticeSettings(db, userId);
  return row && toSettings(row);
}

function toSettings({
  newPerDay,
  reviewsPerDay,
  timeZone,
  interviewOn,
}: Omit<SettingsRow, 'userId'>): PracticeSettings {
  return { newPerDay, reviewsPerDay, timeZone, interviewOn: interviewOn?.toISOString().slice(0, 10) ?? null };
}
