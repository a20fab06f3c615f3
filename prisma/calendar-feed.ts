import { createHash, randomBytes } from 'node:crypto';
import type { CalendarFeed, Prisma, PrismaClient } from './generated/client.ts';
import { lockOwn } from './lock.ts';

const prefix = 'wsc_';
const maxFeeds = 5;

/** A feed without what would let somebody read it. */
export type FeedInfo = Pick<CalendarFeed, 'id' | 'hint' | 'locale' | 'createdAt' | 'lastUsedAt'>;

const shown = { id: true, hint: true, locale: true, createdAt: true, lastUsedAt: true } as const;

/** Makes a feed; its secret is returned this once, the SHA-256 is kept. Undefined where a user has five already. */
export async function insertFeed(
  db: PrismaClient,
  { userId, locale }: { userId: string; locale: string },
): Promise<{ secret: string; info: FeedInfo } | undefined> {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, 'feed', userId);
    if ((await tx.calendarFeed.count({ where: { userId } })) >= maxFeeds) return undefined;
    const secret = prefix + randomBytes(32).toString('base64url');
    const data = { userId, locale, hash: hashOf(secret), hint: secret.slice(0, prefix.length + 4) };
    return { secret, info: await tx.calendarFeed.create({ data, select: shown }) };
  });
}

export async function listFeeds(db: PrismaClient, userId: string): Promise<FeedInfo[]> {
  // Accounts that were joined may have more than one may make.
  return db.calendarFeed.findMany({
    where: { userId },
    select: shown,
    orderBy: { createdAt: 'desc' },
    take: 1000,
  });
}

/** False where the user has no such feed. */
export async function revokeFeed(
  db: PrismaClient,
  { userId, id }: { userId: string; id: string },
): Promise<boolean> {
  return (await db.calendarFeed.deleteMany({ where: { id, userId } })).count === 1;
}

export type OpenFeed = { id: string; userId: string; locale: string };

/** Whose feed it is, none of somebody who is banned; its use is noted at most once a minute. */
export async function findFeed(db: PrismaClient, secret: string): Promise<OpenFeed | undefined> {
  if (!secret.startsWith(prefix)) return undefined;
  const found = await db.calendarFeed.findFirst({
    where: { hash: hashOf(secret), user: { banned: false } },
    select: { id: true, userId: true, locale: true, lastUsedAt: true },
  });
  if (!found) return undefined;
  const { lastUsedAt, ...feed } = found;
  if (!lastUsedAt || Date.now() - lastUsedAt.getTime() > 60_000) {
    await db.calendarFeed.updateMany({ where: { id: feed.id }, data: { lastUsedAt: new Date() } });
  }
  return feed;
}

export async function moveFeeds(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  await tx.calendarFeed.updateMany({ where: { userId: from }, data: { userId: to } });
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
