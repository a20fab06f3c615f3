import type { Asked, Prisma, PrismaClient } from './generated/client.ts';
import { lockOwn } from './lock.ts';

type Db = PrismaClient | Prisma.TransactionClient;
type CardRef = { userId: string; kind: string; slug: string };

/** Interviews that one may note down. */
const maxAsked = 1000;

export type AskedFacts = { askedOn: Date; role: string; company: string };
export type AskedLine = Pick<Asked, 'id' | 'kind' | 'slug' | 'askedOn' | 'role' | 'company'>;

const shown = { id: true, kind: true, slug: true, askedOn: true, role: true, company: true } as const;

/** Undefined where a user has as many as one may have. */
export async function insertAsked(
  db: PrismaClient,
  { userId, kind, slug, ...facts }: CardRef & AskedFacts,
): Promise<AskedLine | undefined> {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, 'asked', userId);
    if ((await tx.asked.count({ where: { userId } })) >= maxAsked) return undefined;
    return tx.asked.create({ data: { userId, kind, slug, ...facts }, select: shown });
  });
}

/** Undefined where the user has none of this id. */
export async function updateAsked(
  db: Db,
  { userId, id, ...facts }: { userId: string; id: string } & AskedFacts,
): Promise<AskedLine | undefined> {
  const [changed] = await db.asked.updateManyAndReturn({ where: { id, userId }, data: facts, select: shown });
  return changed;
}

/** False where the user has none of this id. */
export async function deleteAsked(db: Db, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  return (await db.asked.deleteMany({ where: { id, userId } })).count === 1;
}

/** Of one question or problem, or of all; the latest interview first. */
export async function listAsked(
  db: Db,
  { userId, ...card }: { userId: string; kind?: string; slug?: string },
): Promise<AskedLine[]> {
  return db.asked.findMany({
    where: { userId, ...card },
    select: shown,
    orderBy: [{ askedOn: 'desc' }, { id: 'desc' }],
    // Accounts that were joined may have more than one may note down.
    take: 5 * maxAsked,
  });
}

export async function moveAsked(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  await tx.asked.updateMany({ where: { userId: from }, data: { userId: to } });
}
