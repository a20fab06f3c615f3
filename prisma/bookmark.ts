import type { Bookmark, Prisma, PrismaClient } from './generated/client.ts';

type Db = PrismaClient | Prisma.TransactionClient;
type CardRef = { userId: string; kind: string; slug: string };

/** More bookmarks than there are things to put them on. */
const maxBookmarks = 5000;

export async function setBookmark(db: Db, { userId, kind, slug }: CardRef, on: boolean): Promise<void> {
  const card = { userId, kind, slug };
  if (on) await db.bookmark.createMany({ data: [card], skipDuplicates: true });
  else await db.bookmark.deleteMany({ where: card });
}

export async function isBookmarked(db: Db, { userId, kind, slug }: CardRef): Promise<boolean> {
  return (await db.bookmark.count({ where: { userId, kind, slug } })) > 0;
}

/** A user's bookmarks, the latest first. */
export async function listBookmarks(db: Db, userId: string): Promise<Bookmark[]> {
  return db.bookmark.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { kind: 'asc' }, { slug: 'asc' }],
    take: maxBookmarks,
  });
}

/** Puts an anonymous account's bookmarks beside those of another. */
export async function moveBookmarks(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    insert into bookmark (user_id, kind, slug, created_at)
    select ${to}, kind, slug, created_at from bookmark where user_id = ${from}
    on conflict do nothing`;
}
