/** What was only for a while is removed, and nothing that still counts. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { addressHeader } from '#app/_session/client-address.ts';
import { sweep } from '#prisma/sweep.ts';
import { openTestApi, type TestApi } from '../harness/api.ts';
import { startJudge } from '../harness/judge.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api?.close());
beforeEach(async () => {
  const { db } = api.database;
  await Promise.all([db.rateLimit.deleteMany(), db.user.deleteMany(), db.verification.deleteMany()]);
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const day = 24 * 60;

async function addRows(): Promise<void> {
  const { db } = api.database;
  const windows = { old: 120, recent: 11, 'under-way': 1 };
  await db.rateLimit.createMany({
    data: Object.entries(windows).map(([key, minutes]) => ({
      id: key,
      key,
      count: 1,
      lastRequest: ago(minutes).getTime(),
    })),
  });
  await db.user.create({
    data: { id: 'guest', name: 'Guest', email: 'guest@anonymous.invalid', isAnonymous: true },
  });
  const until = { old: 3 * day, recent: 10, 'under-way': -10 };
  const expiring = Object.entries(until).map(([id, minutes]) => ({ id, expiresAt: ago(minutes) }));
  await db.session.createMany({ data: expiring.map((row) => ({ ...row, token: row.id, userId: 'guest' })) });
  await db.verification.createMany({
    data: expiring.map((row) => ({ ...row, identifier: 'x', value: 'x' })),
  });
}

async function expectSwept(): Promise<void> {
  const { db } = api.database;
  const sorted = { select: { id: true }, orderBy: { id: 'asc' } } as const;
  const kept = [{ id: 'recent' }, { id: 'under-way' }];
  expect(await db.rateLimit.findMany(sorted)).toEqual(kept);
  expect(await db.session.findMany(sorted)).toEqual(kept);
  expect(await db.verification.findMany(sorted)).toEqual(kept);
  expect(await db.user.count()).toBe(1);
}

test('quotas and sessions that are long over are gone; those that count are not, nor is an account', async () => {
  await addRows();
  await sweep(api.database.db);
  await expectSwept();
});

test('a judge that starts removes them', async () => {
  await addRows();
  const judge = await startJudge({ DATABASE_URL: api.database.url, WHETSTONE_CONCURRENCY: '2' });
  await judge.stop();
  await expectSwept();
});

test('many are removed in parts, and judges that do it at once take different ones', async () => {
  const { db } = api.database;
  await db.$executeRaw`
    insert into rate_limit (id, key, count, "lastRequest") select i::text, i::text, 1, 0 from generate_series(1, 12000) as i`;
  await sweep(db);
  expect(await db.rateLimit.count()).toBe(7000);
  await Promise.all([sweep(db), sweep(db), sweep(db)]);
  expect(await db.rateLimit.count()).toBe(0);
});

test('what somebody holds at that moment is left, and nobody waits', async () => {
  const { db } = api.database;
  await addRows();
  await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select id from rate_limit where id = 'old' for update`;
      await sweep(db);
    },
    { timeout: 30_000 },
  );
  expect(await db.rateLimit.count()).toBe(3);
});

test('a password that was guessed twenty times may not be guessed again after a minute, whatever others ask', async () => {
  const email = 'guessed@example.org';
  const password = 'a long password';
  await api.call('POST /api/auth/sign-up/email', { body: { name: 'Person', email, password } });
  const guess = (address: number, guessed: string) =>
    api.call('POST /api/auth/sign-in/email', {
      headers: { [addressHeader]: `198.51.100.${address}` },
      body: { email, password: guessed },
    });
  const visit = () => api.call('GET /api/auth/get-session', { headers: { [addressHeader]: '203.0.113.1' } });
  await visit();
  for (let address = 0; address < 20; address += 1) await guess(address, 'wrong wrong');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000 });
  try {
    await visit();
    expect((await guess(99, password)).status).toBe(429);
  } finally {
    vi.useRealTimers();
  }
});
