import type { PracticeEntry, Prisma, PrismaClient } from './generated/client.ts';

type Db = PrismaClient | Prisma.TransactionClient;

export type CardRef = { userId: string; kind: string; slug: string };
export type NewEntry = Omit<PracticeEntry, 'receivedAt'>;

/** How many entries a card may have: one a day for five years. */
export const maxLogLength = 2000;

/** Writes what is not there yet; the ids of what was written. */
export async function insertEntries(db: Db, entries: NewEntry[]): Promise<string[]> {
  const written = await db.practiceEntry.createManyAndReturn({
    data: entries,
    skipDuplicates: true,
    select: { id: true },
  });
  return written.map(({ id }) => id);
}

/** A grade that a submission gave, when that was sent. */
export type SolvedLine = { slug: string; grade: number; at: Date };

/**
 * A user's grades of problems that submissions gave, by whose ids the log knows them, the oldest first; the latest where
 * there are very many.
 */
export async function listSolved(db: Db, userId: string): Promise<(SolvedLine & { id: string })[]> {
  const rows = await db.$queryRaw<(SolvedLine & { id: string })[]>`
    select e.id, s.slug, e.grade, s.created_at as at
    from practice_entry e join submission s on s.id = e.id and s.user_id = e.user_id
    where e.user_id = ${userId} and e.kind = 'problem' and e.act = 'grade'
    order by at desc limit 20000`;
  return rows.reverse();
}

/** A card's whole log, in no order. */
export async function listLog(db: Db, { userId, kind, slug }: CardRef): Promise<PracticeEntry[]> {
  return db.practiceEntry.findMany({ where: { userId, kind, slug }, take: maxLogLength });
}

/** A user's log of all problems, the latest entries where there are very many, in no order. */
export async function listProblemLog(db: Db, userId: string): Promise<PracticeEntry[]> {
  return db.practiceEntry.findMany({
    where: { userId, kind: 'problem' },
    orderBy: { at: 'desc' },
    take: 20_000,
  });
}

export async function countLog(db: Db, { userId, kind, slug }: CardRef): Promise<number> {
  return db.practiceEntry.count({ where: { userId, kind, slug } });
}

/** Cards whose state has to be worked out anew: they have a log, and no row of their own. */
export async function findUnsettled(db: Db, userId: string): Promise<{ kind: string; slug: string }[]> {
  return db.$queryRaw<{ kind: string; slug: string }[]>`
    select distinct kind, slug from practice_entry e
    where user_id = ${userId} and not exists (
      select from practice_card c where c.user_id = e.user_id and c.kind = e.kind and c.slug = e.slug
    ) limit 1000`;
}

/** A page of a user's log of all cards, by id. */
export async function listEntries(
  db: Db,
  { userId, after, count }: { userId: string; after: string | undefined; count: number },
): Promise<PracticeEntry[]> {
  return db.practiceEntry.findMany({
    where: { userId, ...(after !== undefined && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: count,
  });
}

/** A user's log of all cards, the latest entries where there are very many. */
export async function listWholeLog(db: Db, userId: string): Promise<PracticeEntry[]> {
  return db.practiceEntry.findMany({ where: { userId }, orderBy: { at: 'desc' }, take: 20_000 });
}
