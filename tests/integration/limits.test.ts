import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addUser, createToken } from '#app/_session/accounts.ts';
import { addressHeader } from '#app/_session/client-address.ts';
import { takeQuotas } from '#prisma/rate-limit.ts';
import type { Role } from '#prisma/user.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { cookieOf, openTestApi, type TestApi } from '../harness/api.ts';
import { type RunningJudge, startJudge } from '../harness/judge.ts';

let api: TestApi;
const people = Array.from({ length: 12 }, (_, index) => `person-${index}`);
const tokens = new Map<string, string>();
const wide = {
  perMinute: { user: 1000, address: 1000, all: 1000 },
  bounds: { pending: 1000, pendingPerUser: 1000 },
};

beforeAll(async () => {
  api = await openTestApi();
  const { db } = api.database;
  await publishAdding(db, { timeMs: 5000 });
  for (const name of [...people, 'teacher']) {
    const email = `${name}@example.org`;
    const role: Role = name === 'teacher' ? 'instructor' : 'learner';
    await addUser(db, { email, role, password: 'a long password', secret: 'x'.repeat(32) });
    tokens.set(name, await createToken(db, { email, name: 'test' }));
  }
});
afterAll(() => api?.close());

let judge: RunningJudge | undefined;
beforeEach(() => {
  api.site.limits = wide;
});
afterEach(async () => {
  await judge?.stop();
  judge = undefined;
  const { db } = api.database;
  await db.submission.deleteMany();
  await db.rateLimit.deleteMany();
  await db.$executeRaw`delete from graphile_worker._private_jobs`;
});

type Sender = { name?: string; address?: string; language?: string; cookie?: string };

function send({ name = 'person-0', address = '192.0.2.1', language = 'en', cookie }: Sender = {}) {
  return api.call('POST /api/v1/submissions', {
    ...(cookie ? { cookie } : { token: tokens.get(name) ?? '' }),
    headers: { [addressHeader]: address, 'accept-language': language },
    body: { problem: 'add', source: solutions.AC },
  });
}

type Told = { error: { code: string; message: string; retryAfterSeconds: number } };
const told = async (answer: Response) => ((await answer.json()) as Told).error;

/** A refusal for now: its status, its code, and the same whole number of seconds in header and body. */
async function expectLater(answer: Response, [status, code]: [number, string]): Promise<Told['error']> {
  const error = await told(answer);
  expect([answer.status, error.code]).toEqual([status, code]);
  expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect(error.retryAfterSeconds).toBe(Number(answer.headers.get('retry-after')));
  return error;
}

describe('too many submissions a minute are refused with the limit they met and when to come back', () => {
  const limited: [number, string] = [429, 'rate_limited'];

  test('of one person', async () => {
    api.site.limits = { ...wide, perMinute: { ...wide.perMinute, user: 2 } };
    expect([(await send()).status, (await send()).status]).toEqual([202, 202]);
    expect((await expectLater(await send(), limited)).message).toBe(
      'You have sent as many submissions within a minute as one may: 2.',
    );
    expect((await expectLater(await send({ language: 'zh' }), limited)).message).toContain('2 次');
    expect((await send({ name: 'person-1' })).status).toBe(202);
  });

  test('from one address, whoever they are, though each came with an account of its own', async () => {
    api.site.limits = { ...wide, perMinute: { ...wide.perMinute, address: 3 } };
    const guests = await Promise.all(
      Array.from({ length: 4 }, async (_, i) => {
        const headers = { [addressHeader]: `203.0.113.${i}` };
        return cookieOf(await api.call('POST /api/auth/sign-in/anonymous', { headers, body: {} }));
      }),
    );
    const answers: Response[] = [];
    for (const cookie of guests) answers.push(await send({ cookie }));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    expect((await send({ name: 'person-1', address: '198.51.100.7' })).status).toBe(202);
    const refused = await expectLater(await send({ name: 'person-1' }), limited);
    expect(refused.message).toContain('from your network');
    expect((await expectLater(await send({ language: 'zh' }), limited)).message).toContain('网络');
  });

  test('of all together', async () => {
    api.site.limits = { ...wide, perMinute: { ...wide.perMinute, all: 3 } };
    for (let i = 0; i < 3; i += 1)
      expect((await send({ name: `person-${i}`, address: `203.0.113.${i}` })).status).toBe(202);
    const sender = { name: 'person-4', address: '203.0.113.4' };
    expect((await expectLater(await send(sender), limited)).message).toContain('as this site takes: 3');
    expect((await expectLater(await send({ ...sender, language: 'zh' }), limited)).message).toContain('全站');
  });

  test('of who teaches later than of who learns: they send what a class wrote', async () => {
    api.site.limits = { ...wide, perMinute: { user: 1, address: 3, all: 1000 } };
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await send({ name: 'teacher' })).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
  });

  test('what one limit refuses uses up no other: a neighbour may go on', async () => {
    api.site.limits = { ...wide, perMinute: { user: 2, address: 4, all: 1000 } };
    for (let i = 0; i < 10; i += 1) await send();
    const neighbour = [await send({ name: 'person-1' }), await send({ name: 'person-1' })];
    expect(neighbour.map(({ status }) => status)).toEqual([202, 202]);
    // And who was refused by the address may still send all of theirs from elsewhere.
    for (let i = 0; i < 5; i += 1) expect((await send({ name: 'person-2' })).status).toBe(429);
    const elsewhere = { name: 'person-2', address: '198.51.100.7' };
    expect([(await send(elsewhere)).status, (await send(elsewhere)).status]).toEqual([202, 202]);
  });

  test('in the same moment, too: of thirty at once as many are taken as may', async () => {
    api.site.limits = { ...wide, perMinute: { ...wide.perMinute, user: 12 } };
    // A count that begins in that very moment may let those through that came before it was there.
    expect((await send()).status).toBe(202);
    const answers = await Promise.all(Array.from({ length: 30 }, () => send()));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(11);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(19);
  });
});

test('drafts are saved as often as a hand can, and no more; submitting goes on', async () => {
  const save = (i: number) =>
    api.call('PUT /api/v1/drafts/add', {
      token: tokens.get('person-0') ?? '',
      body: { source: `draft ${i}` },
    });
  for (let i = 0; i < 60; i += 1) expect((await save(i)).status).toBe(200);
  await expectLater(await save(60), [429, 'rate_limited']);
  expect((await send()).status).toBe(202);
});

describe('a window', () => {
  const quota = { key: 'k', max: 2, windowMs: 1000 };

  test('ends after its time and begins anew with the next use', async () => {
    const { db } = api.database;
    const take = (now: number) => takeQuotas(db, [quota], now);
    expect([await take(0), await take(500)]).toEqual([null, null]);
    expect(await take(600)).toEqual({ key: 'k', retryAfterMs: 1000 });
    expect(await take(999)).toMatchObject({ key: 'k' });
    expect([await take(1000), await take(1001)]).toEqual([null, null]);
    expect(await take(1002)).toMatchObject({ key: 'k' });
  });

  test('takes several uses at once or none of them', async () => {
    const { db } = api.database;
    const take = (uses: number, now: number) => takeQuotas(db, [{ ...quota, max: 5, uses }], now);
    expect([await take(2, 0), await take(4, 1)]).toMatchObject([null, { key: 'k' }]);
    expect([await take(3, 2), await take(1, 3)]).toMatchObject([null, { key: 'k' }]);
    expect([await take(5, 1000), await take(1, 1001)]).toMatchObject([null, { key: 'k' }]);
  });

  test('that holds longest is the one that is told', async () => {
    const { db } = api.database;
    const long = { key: 'l', max: 1, windowMs: 60_000 };
    const take = (now: number) => takeQuotas(db, [{ ...quota, max: 1 }, long], now);
    expect(await take(0)).toBeNull();
    expect(await take(100)).toEqual({ key: 'l', retryAfterMs: 59_900 });
  });
});

describe('a full queue takes no more, and says so', () => {
  test('of all together, with how many wait', async () => {
    api.site.limits = { ...wide, bounds: { pending: 3, pendingPerUser: 1000 } };
    for (let i = 0; i < 3; i += 1) expect((await send({ name: `person-${i}` })).status).toBe(202);
    const full: [number, string] = [503, 'queue_full'];
    expect((await expectLater(await send(), full)).message).toMatch(
      /^3 submissions are waiting .* was not taken\.$/,
    );
    expect((await expectLater(await send({ language: 'zh' }), full)).message).toMatch(
      /^现有 3 份.*未被接受。$/,
    );
    expect(await api.database.db.submission.count()).toBe(3);
  });

  test('with how long that takes at the pace of the judges', async () => {
    api.site.limits = { ...wide, bounds: { pending: 2, pendingPerUser: 1000 } };
    const { watcher } = api.site;
    await send();
    await send();
    const refusedAt = async (pace: number | null) => {
      api.site.watcher = { ...watcher, verdictsPerMinute: () => pace };
      return told(await send());
    };
    expect((await refusedAt(1)).message).toContain('about 2 minutes');
    expect(await refusedAt(1)).toMatchObject({ retryAfterSeconds: 12 });
    // Never so soon that all who were refused ask in a loop, never so late that nobody comes back.
    expect(await refusedAt(1000)).toMatchObject({ retryAfterSeconds: 5 });
    expect(await refusedAt(0.001)).toMatchObject({ retryAfterSeconds: 300 });
    expect((await refusedAt(0)).message).toContain('None was judged in the last minute.');
    expect(await refusedAt(0)).toMatchObject({ retryAfterSeconds: 60 });
    expect((await refusedAt(null)).message).not.toMatch(/minute/);
    api.site.watcher = watcher;
  });

  test('of one person, while others go on; what is judged makes room', async () => {
    api.site.limits = { ...wide, bounds: { pending: 1000, pendingPerUser: 2 } };
    await send();
    await send();
    const refused = await expectLater(await send(), [429, 'too_many_pending']);
    expect(refused.message).toMatch(/^2 of your submissions are waiting/);
    expect((await told(await send({ language: 'zh' }))).message).toContain('2 份');
    expect((await send({ name: 'person-1' })).status).toBe(202);
    const { db } = api.database;
    const { id } = await db.submission.findFirstOrThrow({ orderBy: { id: 'asc' } });
    await db.submission.update({ where: { id }, data: { status: 'done' } });
    expect((await send()).status).toBe(202);
  });

  test('of one person exactly, in whatever moment they come', async () => {
    api.site.limits = { ...wide, bounds: { pending: 1000, pendingPerUser: 5 } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
    expect(await api.database.db.submission.count()).toBe(5);
  });
});

test('the first uses of a quota, all in one moment, are counted and none of them fails', async () => {
  const { db } = api.database;
  for (let round = 0; round < 20; round += 1) {
    const quota = { key: `moment:${round}`, max: 4, windowMs: 60_000 };
    const refusals = await Promise.all(Array.from({ length: 8 }, () => takeQuotas(db, [quota], 1000)));
    // Some may pass before the first is written; each that passed is counted.
    const passed = refusals.filter((refusal) => refusal === null).length;
    expect(passed).toBeGreaterThanOrEqual(4);
    expect(await db.rateLimit.findUnique({ where: { key: quota.key } })).toMatchObject({ count: passed });
  }
});

test('at overload all that was acknowledged is judged, and what was refused has left nothing', async () => {
  const { db, url } = api.database;
  const bound = 20;
  api.site.limits = { ...wide, bounds: { pending: bound, pendingPerUser: 4 } };
  judge = await startJudge({ DATABASE_URL: url, WHETSTONE_CONCURRENCY: '2' });
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => send({ name: people[i % people.length] ?? '' })),
  );
  const taken = new Set<string>();
  // The last of them where none of the site's connections is free in time: nothing of it is written either.
  const codes = ['queue_full', 'too_many_pending', 'unavailable'];
  for (const answer of answers) {
    if (answer.status === 202) taken.add(((await answer.json()) as { id: string }).id);
    else {
      const { code } = await told(answer.clone());
      expect(codes).toContain(code);
      await expectLater(answer, [code === 'too_many_pending' ? 429 : 503, code]);
    }
  }
  expect(taken.size).toBeGreaterThanOrEqual(bound);
  expect(taken.size).toBeLessThan(60);
  const rows = () => db.submission.findMany({ select: { id: true, status: true, verdict: true } });
  expect(new Set((await rows()).map(({ id }) => id))).toEqual(taken);
  const jobs = await db.$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs`;
  for (const { key } of jobs) expect(taken).toContain(key);
  await expect
    .poll(async () => (await rows()).map(({ verdict }) => verdict), { timeout: 50_000, interval: 200 })
    .toEqual(Array.from(taken, () => 'AC'));
  expect(await db.submission.count()).toBe(taken.size);
});
