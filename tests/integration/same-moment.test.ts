/** One person on two devices, or with a script: what is done in the same moment is what is done in turn. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertToken, listTokens } from '#prisma/api-token.ts';
import { insertAsked, listAsked } from '#prisma/asked.ts';
import { insertFeed, listFeeds } from '#prisma/calendar-feed.ts';
import { listDrafts, saveDraft } from '#prisma/draft.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

async function someone(): Promise<string> {
  const id = randomUUID();
  await database.db.user.create({ data: { id, name: id, email: `${id}@example.org` } });
  return id;
}

const atOnce = <T>(count: number, act: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

test('a draft that was acknowledged is still there, whatever another tab saved in that moment', async () => {
  const { db } = database;
  const owner = { userId: await someone(), slug: 'add' };
  for (let round = 0; round < 30; round += 1) {
    const saved = await atOnce(2, (tab) => saveDraft(db, { ...owner, source: `round ${round}, tab ${tab}` }));
    const kept = (await listDrafts(db, owner)).map(({ id }) => id);
    for (const { id } of saved) expect(kept).toContain(id);
  }
  expect(await db.draft.count({ where: owner })).toBe(10);
});

test('the same text saved by two tabs is one draft', async () => {
  const { db } = database;
  const owner = { userId: await someone(), slug: 'add' };
  await atOnce(4, () => saveDraft(db, { ...owner, source: 'the same' }));
  expect(await listDrafts(db, owner)).toHaveLength(1);
});

test('a user has twenty tokens at most, and each is listed to be revoked', async () => {
  const { db } = database;
  const userId = await someone();
  await atOnce(30, (index) => insertToken(db, { userId, name: `token ${index}` }));
  expect(await db.apiToken.count({ where: { userId } })).toBe(20);
  const token = (index: number) => ({ userId, name: 'older', hash: `hash ${index}`, hint: 'wst_' });
  await db.apiToken.createMany({ data: Array.from({ length: 7 }, (_, index) => token(index)) });
  expect(await listTokens(db, userId)).toHaveLength(27);
});

test('a user has five calendars at most', async () => {
  const { db } = database;
  const userId = await someone();
  await atOnce(12, () => insertFeed(db, { userId, locale: 'en' }));
  expect(await listFeeds(db, userId)).toHaveLength(5);
});

test('a user notes down a thousand interviews at most, and finds those of an account that was joined as well', async () => {
  const { db } = database;
  const userId = await someone();
  const asked = { userId, kind: 'question', slug: 'overfitting', askedOn: new Date('2026-01-31') };
  const facts = { ...asked, role: '', company: '' };
  await db.asked.createMany({ data: Array(998).fill(asked) });
  await atOnce(12, () => insertAsked(db, facts));
  expect(await db.asked.count({ where: { userId } })).toBe(1000);
  await db.asked.createMany({ data: Array(50).fill(asked) });
  expect(await listAsked(db, { userId })).toHaveLength(1050);
});
