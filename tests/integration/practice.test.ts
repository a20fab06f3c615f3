import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { submit } from '#judge/api.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { cookieOf, openTestApi, type TestApi, type Visitor } from '../harness/api.ts';
import { entry, practising } from '../harness/practising.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishAdding(api.database.db);
});
afterAll(() => api?.close());
beforeEach(async () => {
  await api.database.db.rateLimit.deleteMany();
});
afterEach(() => {
  vi.useRealTimers();
});

const { someone, practiceOf, send, choose, cardOf } = practising(() => api);

/** The offset of a place's clock on a day of March 2026. Clocks in Los Angeles go forward on the 8th at two. */
const offsets = {
  'Asia/Shanghai': () => '+08:00',
  'America/Los_Angeles': (day: number) => (day < 8 ? '-08:00' : '-07:00'),
} as const;

describe.each(['Asia/Shanghai', 'America/Los_Angeles'] as const)('a week in %s', (timeZone) => {
  test('shows each day what is due by the calendar there, from four in the morning on', async () => {
    const visitor = await someone();
    await choose(visitor, { timeZone });
    vi.useFakeTimers({ toFake: ['Date'] });
    const clock = (day: number, time: string) => {
      const date = `2026-03-${String(day).padStart(2, '0')}`;
      vi.setSystemTime(new Date(`${date}T${time}${offsets[timeZone](day)}`));
    };
    const counts = async () => {
      const { today, queue } = await practiceOf(visitor);
      const fresh = queue.filter(({ dueOn }) => dueOn === null).length;
      return { today, fresh, reviews: queue.length - fresh };
    };
    for (let day = 5; day <= 11; day++) {
      const date = (of: number) => `2026-03-${String(of).padStart(2, '0')}`;
      // Yesterday's are done, and its night isn't over.
      clock(day, '03:30:00');
      if (day > 5) expect(await counts()).toEqual({ today: date(day - 1), fresh: 0, reviews: 0 });
      clock(day, '04:30:00');
      // Two new ones a day, each good: back three days later, and then after two weeks.
      expect(await counts()).toEqual({ today: date(day), fresh: 2, reviews: day < 8 ? 0 : 2 });
      clock(day, '20:00:00');
      const { queue } = await practiceOf(visitor);
      await send(
        visitor,
        queue.map(({ slug }) => entry({ slug, at: new Date().toISOString() })),
      );
      const { done } = await practiceOf(visitor);
      expect(done).toEqual({ new: 2, review: day < 8 ? 0 : 2 });
    }
  }, 60_000);
});

describe('what arrives', () => {
  test('counts once, however often it is sent', async () => {
    const visitor = await someone();
    const grade = entry({});
    expect(await send(visitor, [grade])).toEqual(['recorded']);
    expect(await send(visitor, [grade, entry({ at: '2026-01-09T09:00:00Z' }), grade])).toEqual([
      'known',
      'recorded',
      'known',
    ]);
    expect((await cardOf(visitor, 'overfitting'))?.reps).toBe(2);
  });

  test('comes to the same card in whichever order it comes, at once or one by one, in one moment or in turn', async () => {
    const grades = [3, 1, 2, 4, 3].map((grade, day) =>
      entry({ grade, act: 'grade', at: `2026-01-0${day + 1}T09:00:00Z` }),
    );
    const [first] = grades;
    if (!first) throw new Error('there are five');
    const undo = entry({ act: 'undo', undoes: first.id, at: '2026-01-01T09:01:00Z' });
    const log = [...grades, undo];
    const [together, backwards, atOnce] = [await someone(), await someone(), await someone()];
    await send(together, log);
    for (const one of [...log].reverse()) await send(backwards, [one]);
    await Promise.all(log.map((one) => send(atOnce, [one])));
    const expected = await cardOf(together, 'overfitting');
    expect(expected?.reps).toBe(4);
    expect(await cardOf(backwards, 'overfitting')).toEqual(expected);
    expect(await cardOf(atOnce, 'overfitting')).toEqual(expected);
  });

  test('from a clock that is ahead counts from now on, not from then', async () => {
    const visitor = await someone();
    await send(visitor, [entry({ at: '2099-01-01T00:00:00Z' })]);
    const card = await cardOf(visitor, 'overfitting');
    expect(Number(card?.lastAt)).toBeLessThanOrEqual(Date.now());
  });

  test.each([
    ['set aside and brought back', [{ act: 'suspend' }, { act: 'resume' }], { suspended: false }],
    ['brought back and set aside', [{ act: 'resume' }, { act: 'suspend' }], { suspended: true }],
    ['known and then forgotten', [{ grade: 4 }, { grade: 1 }], { intervalDays: 1, lapses: 1 }],
    ['forgotten and then known', [{ grade: 1 }, { grade: 4 }], { lapses: 0 }],
  ])('from a clock that is ahead keeps its order: %s', async (_, acts, expected) => {
    // Where order were left to chance, one of eight would come out wrong.
    for (let round = 0; round < 8; round++) {
      const visitor = await someone();
      const log = acts.map((act, hour) => entry({ act: 'grade', at: `2099-01-01T0${hour}:00:00Z`, ...act }));
      await send(visitor, round % 2 === 0 ? log : [...log].reverse());
      expect(await cardOf(visitor, 'overfitting')).toMatchObject(expected);
    }
  });

  test('of a question that is not there is told, and does not hold up the others', async () => {
    const visitor = await someone();
    expect(await send(visitor, [entry({ slug: 'no-such-question' }), entry({})])).toEqual([
      'unknown-card',
      'recorded',
    ]);
  });

  test('after weeks without a network is taken by the hundred, and what is beyond a minute’s is refused for now', async () => {
    const visitor = await someone();
    const hundred = (day: number) =>
      Array.from({ length: 100 }, (_, minute) =>
        entry({ at: new Date(Date.UTC(2026, 0, day, 9, minute)).toISOString() }),
      );
    for (let day = 1; day <= 6; day++)
      expect(new Set(await send(visitor, hundred(day)))).toEqual(new Set(['recorded']));
    const more = await api.call('POST /api/v1/practice/entries', {
      ...visitor,
      body: { entries: hundred(7) },
    });
    expect(more.status).toBe(429);
    expect(Number(more.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await cardOf(visitor, 'overfitting'))?.reps).toBe(600);
  });

  test.each([
    ['a grade without one', { act: 'grade', grade: undefined }],
    ['a fifth grade', { act: 'grade', grade: 5 }],
    ['an undo of nothing', { act: 'undo' }],
    ['an act that there isn’t', { act: 'forget' }],
    ['an id that is none', { id: 'mine' }],
    ['a time that is none', { at: 'yesterday' }],
  ])('is refused where it is %s', async (_, more) => {
    const visitor = await someone();
    const body = { entries: [{ ...entry({}), ...more }] };
    expect((await api.call('POST /api/v1/practice/entries', { ...visitor, body })).status).toBe(400);
  });
});

test('undo restores the queue exactly', async () => {
  // A day that began meanwhile would bring other things.
  vi.useFakeTimers({ toFake: ['Date'] });
  const visitor = await someone();
  await choose(visitor, {});
  const before = await practiceOf(visitor);
  const [first] = before.queue;
  if (!first) throw new Error('there should be something new');
  const grade = entry({ slug: first.slug, at: new Date().toISOString() });
  await send(visitor, [grade]);
  expect((await practiceOf(visitor)).queue.map(({ slug }) => slug)).not.toContain(first.slug);
  await send(visitor, [
    entry({ slug: first.slug, act: 'undo', undoes: grade.id, at: new Date().toISOString() }),
  ]);
  expect(await practiceOf(visitor)).toEqual(before);
});

test('what is set aside is told, and comes back when it is wanted', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const visitor = await someone();
  await send(visitor, [
    entry({ act: 'suspend' }),
    entry({ slug: 'transfer-learning', act: 'bury', at: new Date().toISOString() }),
  ]);
  expect(
    (await practiceOf(visitor)).setAside
      .map(({ slug, until }) => `${slug} ${until}`)
      .sort((a, b) => a.localeCompare(b)),
  ).toEqual(['overfitting resumed', 'transfer-learning tomorrow']);
  await send(visitor, [entry({ act: 'resume', at: new Date().toISOString() })]);
  expect((await practiceOf(visitor)).setAside.map(({ slug }) => slug)).toEqual(['transfer-learning']);
});

test('a time zone that there isn’t is refused in words', async () => {
  const visitor = await someone();
  const answer = await choose(
    { ...visitor, headers: { 'accept-language': 'zh' } },
    { timeZone: 'Mars/Olympus' },
  );
  expect(answer.status).toBe(400);
  expect(JSON.stringify(await answer.json())).toMatch(/timeZone.*时区/);
});

test('the first time zone is the device’s, and later devices don’t change it', async () => {
  const visitor = await someone();
  for (const timeZone of ['Asia/Shanghai', 'Europe/Berlin']) {
    await api.call('POST /api/v1/practice/entries', { ...visitor, body: { entries: [entry({})], timeZone } });
    expect((await practiceOf(visitor)).settings.timeZone).toBe('Asia/Shanghai');
  }
});

describe('an account', () => {
  let people = 0;
  const password = 'a long password';
  const signUp = async (visitor: Visitor = {}) => {
    people += 1;
    const email = `practised-${people}@example.org`;
    const body = { name: 'Person', email, password };
    const answer = await api.call('POST /api/auth/sign-up/email', { ...visitor, body });
    return { email, cookie: cookieOf(answer) };
  };
  const signIn = async (email: string, visitor: Visitor) =>
    cookieOf(await api.call('POST /api/auth/sign-in/email', { ...visitor, body: { email, password } }));
  const anonymous = async () => cookieOf(await api.call('POST /api/auth/sign-in/anonymous', { body: {} }));
  const repsOf = async (cookie: string) =>
    api.database.db.practiceCard.findMany({
      where: { userId: await idOf(cookie) },
      select: { slug: true, reps: true },
    });
  const idOf = async (cookie: string) => {
    const answer = await api.call('GET /api/auth/get-session', { cookie });
    return ((await answer.json()) as { user: { id: string } }).user.id;
  };

  test('takes over what was practised without one, and both logs count', async () => {
    const { email, cookie } = await signUp();
    const twice = entry({ at: '2026-01-01T09:00:00Z' });
    await send({ cookie }, [twice, entry({ at: '2026-01-02T09:00:00Z' })]);
    const before = await anonymous();
    // One of them was sent by this browser before, and its answer was lost.
    await send({ cookie: before }, [twice, entry({ at: '2026-01-03T09:00:00Z' })]);
    const after = await signIn(email, { cookie: before });
    await practiceOf({ cookie: after });
    expect(await repsOf(after)).toEqual([{ slug: 'overfitting', reps: 3 }]);
  });

  test('is taken along as one file: profile, submissions, drafts and practice, and no secret', async () => {
    const { db } = api.database;
    const { email, cookie } = await signUp();
    const userId = await idOf(cookie);
    for (let i = 0; i < 3; i++) await submit(db, { userId, problem: 'add', source: solutions.AC });
    await api.call('PUT /api/v1/drafts/add', { cookie, body: { source: 'a draft' } });
    const ids = Array.from({ length: 60 }, () => randomUUID());
    await send(
      { cookie },
      ids.map((id) => entry({ id })),
    );
    const answer = await api.call('GET /api/v1/export', { cookie });
    const text = await answer.text();
    const whole = JSON.parse(text) as {
      account: { email: string };
      submissions: { source: string }[];
      drafts: { source: string }[];
      practice: { id: string }[];
    };
    expect(whole.account.email).toBe(email);
    expect(whole.submissions.map(({ source }) => source)).toEqual(Array(3).fill(solutions.AC));
    expect(whole.drafts.map(({ source }) => source)).toEqual(['a draft']);
    // More than a page of them.
    expect(new Set(whole.practice.map(({ id }) => id))).toEqual(new Set(ids));
    const { password: hash } = await db.account.findFirstOrThrow({ where: { userId } });
    expect(hash).toBeTruthy();
    expect(text).not.toContain(hash);
  });

  test('is deleted with all that was practised', async () => {
    const { db } = api.database;
    const { cookie } = await signUp();
    const userId = await idOf(cookie);
    await send({ cookie }, [entry({})]);
    await choose({ cookie }, {});
    const deleted = await api.call('POST /api/auth/delete-user', { cookie, body: { password } });
    expect(deleted.status).toBe(200);
    const where = { where: { userId } };
    expect([
      await db.practiceEntry.count(where),
      await db.practiceCard.count(where),
      await db.practiceSettings.count(where),
    ]).toEqual([0, 0, 0]);
  });
});

test('nobody practises without an account, and a cookie from another site writes nothing', async () => {
  expect((await api.call('GET /api/v1/practice')).status).toBe(401);
  const cookie = cookieOf(await api.call('POST /api/auth/sign-in/anonymous', { body: {} }));
  const body = { entries: [entry({})] };
  const headers = { origin: 'https://evil.example' };
  expect((await api.call('POST /api/v1/practice/entries', { cookie, body, headers })).status).toBe(403);
});
