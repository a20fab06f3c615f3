import { randomUUID } from 'node:crypto';
import type { Mock, MockEvent, MockItem, Prisma, PrismaClient } from './generated/client.ts';

type Db = PrismaClient | Prisma.TransactionClient;

export type WholeMock = Mock & { items: MockItem[]; events: MockEvent[] };
export type NewMock = Pick<Mock, 'userId' | 'minutes' | 'topics' | 'level' | 'seed' | 'startedAt'> & {
  items: Pick<MockItem, 'place' | 'kind' | 'slug' | 'checkId' | 'beyond' | 'budgetSeconds'>[];
};

/** As many as anybody clicks within two hours. */
export const maxEvents = 2000;

const whole = {
  items: { orderBy: { place: 'asc' } },
  events: { orderBy: { seq: 'asc' }, take: maxEvents + 1 },
} as const;

/** Writes a mock interview whose clock runs from its start, at its first item. */
export async function insertMock(db: Db, { items, ...mock }: NewMock): Promise<{ id: string }> {
  const start = { seq: 0, act: 'start', place: 0, at: mock.startedAt };
  return db.mock.create({
    data: { ...mock, items: { create: items }, events: { create: [start] } },
    select: { id: true },
  });
}

export async function findMock(db: Db, id: string): Promise<WholeMock | undefined> {
  return (await db.mock.findUnique({ where: { id }, include: whole })) ?? undefined;
}

/** Whose it is. */
export async function findMockOwner(db: Db, id: string): Promise<string | undefined> {
  return (await db.mock.findUnique({ where: { id }, select: { userId: true } }))?.userId;
}

export async function findSharedMock(db: Db, shareKey: string): Promise<WholeMock | undefined> {
  return (await db.mock.findUnique({ where: { shareKey }, include: whole })) ?? undefined;
}

/** Reads it with nobody else writing it until the end of the transaction. */
export async function lockMock(tx: Prisma.TransactionClient, id: string): Promise<WholeMock | undefined> {
  await tx.$queryRaw`select id from mock where id = ${id}::uuid for update`;
  return findMock(tx, id);
}

export async function insertEvent(db: Db, event: MockEvent): Promise<void> {
  await db.mockEvent.create({ data: event });
}

export type ItemChange = Partial<Pick<MockItem, 'notes' | 'revealedAt' | 'points'>> & {
  answer?: Prisma.InputJsonValue;
};

export async function updateItem(
  db: Db,
  { mockId, place }: { mockId: string; place: number },
  change: ItemChange,
): Promise<MockItem> {
  return db.mockItem.update({ where: { mockId_place: { mockId, place } }, data: change });
}

export async function setMockEnd(
  db: Db,
  id: string,
  end: { finishedAt: Date } | { fedAt: Date },
): Promise<void> {
  // Its owner may have deleted it meanwhile.
  await db.mock.updateMany({ where: { id }, data: end });
}

/**
 * Lets its report be read by whoever has a key, or no longer: that key, null, or undefined where there is no such mock. One
 * statement: of several at once all are told the key that is there, and what was taken back does not come back.
 */
export async function shareMock(db: Db, id: string, shared: boolean): Promise<string | null | undefined> {
  const [row] = await db.$queryRaw<{ key: string | null }[]>`
    update mock set share_key = case when ${shared} then coalesce(share_key, ${randomUUID()}::uuid) end
    where id = ${id}::uuid returning share_key::text as key`;
  return row?.key;
}

/** With its items, events and shared report; what it fed to practice stays. */
export async function deleteMock(db: Db, id: string): Promise<void> {
  await db.mock.deleteMany({ where: { id } });
}

/** A user's latest, the newest first. */
export async function listMocks(
  db: Db,
  { userId, count }: { userId: string; count: number },
): Promise<WholeMock[]> {
  // Ids are uuid v7: their order is that of time.
  return db.mock.findMany({ where: { userId }, include: whole, orderBy: { id: 'desc' }, take: count });
}

/** A page of a user's, the oldest first. */
export async function listWholeMocks(
  db: Db,
  { userId, after, count }: { userId: string; after: string | undefined; count: number },
): Promise<WholeMock[]> {
  return db.mock.findMany({
    where: { userId, ...(after !== undefined && { id: { gt: after } }) },
    include: whole,
    orderBy: { id: 'asc' },
    take: count,
  });
}
