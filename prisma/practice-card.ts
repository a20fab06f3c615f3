import type { PracticeCard, Prisma, PrismaClient } from './generated/client.ts';

type Db = PrismaClient | Prisma.TransactionClient;

/** More cards than there are questions and problems to make them of. */
const maxCards = 5000;

export async function listCards(db: Db, userId: string): Promise<PracticeCard[]> {
  return db.practiceCard.findMany({ where: { userId }, take: maxCards });
}

/** Writes what a card's log comes to. */
export async function putCard(db: Db, card: PracticeCard): Promise<void> {
  const { userId, kind, slug, ...state } = card;
  await db.practiceCard.upsert({
    where: { userId_kind_slug: { userId, kind, slug } },
    create: card,
    update: state,
  });
}
