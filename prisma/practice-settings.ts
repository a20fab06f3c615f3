import type { PracticeSettings, Prisma, PrismaClient } from './generated/client.ts';

type Db = PrismaClient | Prisma.TransactionClient;

export async function findPracticeSettings(db: Db, userId: string): Promise<PracticeSettings | undefined> {
  return (await db.practiceSettings.findUnique({ where: { userId } })) ?? undefined;
}

export async function putPracticeSettings(db: Db, settings: PracticeSettings): Promise<void> {
  const { userId, ...chosen } = settings;
  await db.practiceSettings.upsert({ where: { userId }, create: settings, update: chosen });
}

/** Writes settings for who has none. */
export async function startPracticeSettings(db: Db, settings: PracticeSettings): Promise<void> {
  await db.practiceSettings.createMany({ data: [settings], skipDuplicates: true });
}
