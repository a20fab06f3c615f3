import type { Draft, PrismaClient } from './generated/client.ts';
import { lockOwn } from './lock.ts';

/** How many saved states of a problem a user keeps. */
const keptDrafts = 10;

export type DraftInfo = Pick<Draft, 'id' | 'source' | 'savedAt'>;

const shown = { id: true, source: true, savedAt: true } as const;
type Owner = { userId: string; slug: string };

/** Saved states, the newest first. */
export async function listDrafts(db: PrismaClient, { userId, slug }: Owner): Promise<DraftInfo[]> {
  return db.draft.findMany({
    where: { userId, slug },
    select: shown,
    orderBy: { savedAt: 'desc' },
    take: keptDrafts,
  });
}

/** Saves the editor's state; what was just saved is not saved again, and the oldest beyond ten go. */
export async function saveDraft(
  db: PrismaClient,
  { userId, slug, source }: Owner & { source: string },
): Promise<DraftInfo> {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, 'draft', userId);
    const where = { userId, slug };
    const drafts = await tx.draft.findMany({
      where,
      select: shown,
      orderBy: { savedAt: 'desc' },
      take: keptDrafts,
    });
    const [latest] = drafts;
    if (latest?.source === source) return latest;
    const saved = await tx.draft.create({ data: { userId, slug, source }, select: shown });
    const kept = [saved, ...drafts].slice(0, keptDrafts).map(({ id }) => id);
    await tx.draft.deleteMany({ where: { ...where, id: { notIn: kept } } });
    return saved;
  });
}

/** A page of a user's saved states of all problems, the oldest first. */
export async function listAllDrafts(
  db: PrismaClient,
  { userId, after, count }: { userId: string; after: string | undefined; count: number },
): Promise<Draft[]> {
  return db.draft.findMany({
    where: { userId, ...(after !== undefined && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: count,
  });
}
