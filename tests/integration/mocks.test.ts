import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { graceMs } from '#app/_mock/clock.ts';
import { getQuestions } from '#app/[locale]/questions/questions.ts';
import { mock as mockSchema } from '#app/api/v1/mocks/schemas.ts';
import { submit } from '#judge/api.ts';
import { findSharedMock } from '#prisma/mock.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { cookieOf, openTestApi, type TestApi, type Visitor } from '../harness/api.ts';
import { letIn } from '../harness/people.ts';

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

type Item = {
  place: number;
  kind: string;
  slug: string;
  check: string | null;
  budgetMs: number;
  notes: string;
};
type Report = {
  points: { named: number };
  pauses: { ms: number }[];
  items: {
    slug: string;
    grade: number | null;
    spentMs: number;
    mark?: string;
    attempt?: { id: string } | null;
  }[];
};
type Mock = {
  id: string;
  items: Item[];
  clock: { state: string; current: number; elapsedMs: number };
  sharedAs: string | null;
  report: Report | null;
};

let people = 0;
async function someone(): Promise<Visitor & { userId: string }> {
  people += 1;
  const name = `rehearser-${people}`;
  const [token = ''] = await letIn(api.database.db, { count: 1, name });
  return { token, userId: `${name}-0` };
}

async function begin(visitor: Visitor, more: object = {}): Promise<Mock> {
  const answer = await api.call('POST /api/v1/mocks', { ...visitor, body: { minutes: 20, ...more } });
  expect(answer.status).toBe(201);
  return read(visitor, ((await answer.json()) as { id: string }).id);
}
async function read(visitor: Visitor, id: string): Promise<Mock> {
  const answer = await api.call(`GET /api/v1/mocks/${id}`, visitor);
  expect(answer.status).toBe(200);
  const body: unknown = await answer.json();
  // Neither less nor more than is described.
  expect(mockSchema.parse(body)).toEqual(body);
  return body as Mock;
}
const act = (visitor: Visitor, id: string, body: object) =>
  api.call(`POST /api/v1/mocks/${id}/events`, { ...visitor, body });
const tell = (
  visitor: Visitor,
  id: string,
  { place, ...body }: { place: number; [field: string]: unknown },
) => api.call(`PATCH /api/v1/mocks/${id}/items/${place}`, { ...visitor, body });
const share = async (visitor: Visitor, id: string, shared: boolean) => {
  const answer = await api.call(`PUT /api/v1/mocks/${id}/share`, { ...visitor, body: { shared } });
  return ((await answer.json()) as { sharedAs: string | null }).sharedAs;
};
const logOf = async ({ userId }: { userId: string }) =>
  api.database.db.practiceEntry.findMany({
    where: { userId },
    select: { kind: true, slug: true, grade: true, points: true },
    orderBy: { slug: 'asc' },
  });
const questionsOf = ({ items }: Mock) => items.filter(({ kind }) => kind === 'question');

test('an interview is put together, and read again it is the same', async () => {
  const visitor = await someone();
  const mock = await begin(visitor);
  expect(mock.items.reduce((sum, { budgetMs }) => sum + budgetMs, 0)).toBe(20 * 60_000);
  expect(mock.items.at(-1)).toMatchObject({ kind: 'problem', slug: 'add' });
  const again = await read(visitor, mock.id);
  expect(again.items).toEqual(mock.items);
  expect(again.clock.state).toBe('running');
});

test('what is asked is never answered: not before the end is it told which option is right', async () => {
  const visitor = await someone();
  const mock = await begin(visitor);
  expect(JSON.stringify(mock)).not.toMatch(/correct|feedback|right/);
});

test('pauses stop the clock and are reported, and time goes to the item that is open', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const visitor = await someone();
  const wait = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
  const { id } = await begin(visitor);
  wait(3);
  await act(visitor, id, { act: 'pause' });
  wait(30);
  expect((await read(visitor, id)).clock).toMatchObject({ state: 'paused', elapsedMs: 3 * 60_000 });
  await act(visitor, id, { act: 'resume' });
  await act(visitor, id, { act: 'go', place: 1 });
  wait(2);
  await act(visitor, id, { act: 'finish' });
  const { report } = await read(visitor, id);
  expect(report?.pauses.map(({ ms }) => ms)).toEqual([30 * 60_000]);
  expect(report?.items.slice(0, 2).map(({ spentMs }) => spentMs)).toEqual([3 * 60_000, 2 * 60_000]);
});

test('over time nothing else is begun, what is at hand is taken, and then it ends by itself', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const visitor = await someone();
  const { id } = await begin(visitor);
  vi.setSystemTime(Date.now() + 21 * 60_000);
  expect((await act(visitor, id, { act: 'go', place: 1 })).status).toBe(409);
  expect((await tell(visitor, id, { place: 0, revealed: true, points: [0] })).status).toBe(200);
  vi.setSystemTime(Date.now() + graceMs);
  expect((await tell(visitor, id, { place: 0, points: [0, 1] })).status).toBe(409);
  // Whoever sends marks hears that they were not taken: nothing of such a patch is.
  expect((await tell(visitor, id, { place: 0, notes: 'beside marks', points: [0, 1] })).status).toBe(409);
  expect((await read(visitor, id)).items[0]?.notes).toBe('');
  // What was typed is kept even so.
  expect((await tell(visitor, id, { place: 0, notes: 'late' })).status).toBe(200);
  const mock = await read(visitor, id);
  expect([mock.clock.state, mock.items[0]?.notes, mock.report?.points.named]).toEqual(['over', 'late', 1]);
  expect((await logOf(visitor)).map(({ points }) => points)).toEqual([[0]]);
});

describe('the practice log', () => {
  test('gets each question that was looked at exactly once, however often the end is told and the report read', async () => {
    const visitor = await someone();
    const mock = await begin(visitor);
    const [first, second] = questionsOf(mock);
    if (!first || !second) throw new Error('there should be two questions');
    await tell(visitor, mock.id, { place: first.place, revealed: true, points: [1, 0, 1] });
    const { db } = api.database;
    await Promise.all(Array.from({ length: 5 }, () => act(visitor, mock.id, { act: 'finish' })));
    for (let i = 0; i < 3; i++) await read(visitor, mock.id);
    // Whoever stopped half-way is followed by somebody who does it again.
    await db.mock.update({ where: { id: mock.id }, data: { fedAt: null } });
    await read(visitor, mock.id);
    const log = await logOf(visitor);
    expect(log).toMatchObject([{ kind: 'question', slug: first.slug, points: [0, 1] }]);
    const { report } = await read(visitor, mock.id);
    expect(report?.items.find(({ slug }) => slug === first.slug)?.grade).toBe(log[0]?.grade);
    expect(report?.items.find(({ slug }) => slug === second.slug)?.grade ?? null).toBeNull();
  });

  test('gets the grades of one that was begun anonymously and finished after signing in', async () => {
    const body = { name: 'Person', email: 'rehearsed@example.org', password: 'a long password' };
    await api.call('POST /api/auth/sign-up/email', { body });
    const cookie = cookieOf(await api.call('POST /api/auth/sign-in/anonymous', { body: {} }));
    const mock = await begin({ cookie });
    const [first] = questionsOf(mock);
    if (!first) throw new Error('there should be a question');
    await tell({ cookie }, mock.id, { place: first.place, revealed: true, points: [0], notes: 'mine' });
    const after = cookieOf(
      await api.call('POST /api/auth/sign-in/email', {
        cookie,
        body: { email: body.email, password: body.password },
      }),
    );
    expect((await read({ cookie: after }, mock.id)).items[first.place]?.notes).toBe('mine');
    await act({ cookie: after }, mock.id, { act: 'finish' });
    const listed = await api.call('GET /api/v1/mocks', { cookie: after });
    expect(((await listed.json()) as { mocks: Mock[] }).mocks.map(({ id }) => id)).toEqual([mock.id]);
    const user = await api.database.db.user.findUniqueOrThrow({ where: { email: body.email } });
    const log = await api.database.db.practiceEntry.findMany({ where: { userId: user.id } });
    expect(log.map(({ slug }) => slug)).toEqual([first.slug]);
    const whole = await (await api.call('GET /api/v1/export', { cookie: after })).text();
    expect(JSON.parse(whole)).toMatchObject({ mocks: [{ id: mock.id }] });
  });
});

test('checks are marked at the end by what was chosen', async () => {
  const visitor = await someone();
  const mock = await begin(visitor, { minutes: 60 });
  const checks = mock.items.filter(({ kind }) => kind === 'check');
  for (const { place } of checks) await tell(visitor, mock.id, { place, answer: { chosen: [99] } });
  await act(visitor, mock.id, { act: 'finish' });
  const { report } = await read(visitor, mock.id);
  // Those that ask for a number weren't given one. Chance decides how many do, and it may be all.
  const questions = await getQuestions();
  const kindOf = ({ slug, check }: Item) =>
    questions.find((one) => one.slug === slug)?.text.en.checks.find(({ id }) => id === check)?.kind ?? '';
  const expected = checks.map((item) =>
    ['choice', 'order', 'match'].includes(kindOf(item)) ? 'wrong' : 'unanswered',
  );
  expect(report?.items.flatMap(({ mark }) => mark ?? [])).toEqual(expected);
});

test('the verdict of what was submitted within it counts, and of nothing before', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { userId } = visitor;
  const send = async (verdict: string, score: number) => {
    const sent = await submit(db, { userId, problem: 'add', source: solutions.AC });
    if (sent.kind !== 'queued') throw new Error(sent.kind);
    const judged = { status: 'done', verdict, score, maxScore: 100, result: {} };
    await db.submission.update({ where: { id: sent.id }, data: judged });
    return sent.id;
  };
  const before = await send('AC', 100);
  await db.submission.update({ where: { id: before }, data: { createdAt: new Date('2026-01-01') } });
  const mock = await begin(visitor);
  await send('WA', 0);
  const best = await send('WA', 40);
  await act(visitor, mock.id, { act: 'finish' });
  const attempted = (await read(visitor, mock.id)).report?.items.at(-1)?.attempt;
  expect(attempted).toEqual({ id: best, status: 'done', verdict: 'WA', score: 40, maxScore: 100 });
});

test('a report is shared by an address that dies when it is revoked', async () => {
  const visitor = await someone();
  const { id } = await begin(visitor);
  await act(visitor, id, { act: 'finish' });
  const first = await share(visitor, id, true);
  expect(first).not.toBeNull();
  expect(await share(visitor, id, true)).toBe(first);
  expect(await share(visitor, id, false)).toBeNull();
  const second = await share(visitor, id, true);
  expect(second).not.toBe(first);
  expect((await read(visitor, id)).sharedAs).toBe(second);
});

test('shared twice at once it has one address, which both are told', async () => {
  const visitor = await someone();
  const { id } = await begin(visitor);
  for (let round = 0; round < 10; round++) {
    const told = await Promise.all([share(visitor, id, true), share(visitor, id, true)]);
    const { sharedAs } = await read(visitor, id);
    expect(told).toEqual([sharedAs, sharedAs]);
    await share(visitor, id, false);
  }
});

test('an address that was revoked while somebody shared stays dead', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { id } = await begin(visitor);
  const first = await share(visitor, id, true);
  const waiting = () => db.$queryRaw<unknown[]>`
    select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  // It has seen the old address, and waits to write.
  const { sharing } = await db.$transaction(
    async (tx) => {
      await tx.mock.update({ where: { id }, data: { shareKey: null } });
      const begun = { sharing: share(visitor, id, true) };
      await expect.poll(async () => (await waiting()).length).toBe(1);
      return begun;
    },
    { timeout: 30_000 },
  );
  const key = await sharing;
  expect(key).not.toBeNull();
  expect(key).not.toBe(first);
  expect(await findSharedMock(db, first ?? '')).toBeUndefined();
});

test('one is deleted with its shared report, and what it told practice stays', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { id } = await begin(visitor);
  const kept = await begin(visitor);
  await tell(visitor, id, { place: 0, revealed: true, points: [0] });
  await act(visitor, id, { act: 'finish' });
  const shareKey = await share(visitor, id, true);
  const told = () => db.practiceEntry.count({ where: { user: { mocks: { some: { id: kept.id } } } } });
  expect(await told()).toBe(1);
  expect((await api.call(`DELETE /api/v1/mocks/${id}`, visitor)).status).toBe(204);
  expect((await api.call(`GET /api/v1/mocks/${id}`, visitor)).status).toBe(404);
  expect((await api.call(`DELETE /api/v1/mocks/${id}`, visitor)).status).toBe(404);
  expect(await findSharedMock(db, shareKey ?? '')).toBeUndefined();
  expect(await db.mockItem.count({ where: { mockId: id } })).toBe(0);
  expect(await told()).toBe(1);
  expect((await read(visitor, kept.id)).clock.state).toBe('running');
});

describe('a stranger', () => {
  test('finds no door to it, also with a role, and nobody to none', async () => {
    const [visitor, other] = [await someone(), await someone()];
    await api.database.db.user.update({ where: { id: other.userId }, data: { role: 'admin' } });
    const { id } = await begin(visitor);
    const knock = async (who: Visitor) =>
      Promise.all(
        [
          api.call(`GET /api/v1/mocks/${id}`, who),
          act(who, id, { act: 'finish' }),
          tell(who, id, { place: 0, notes: 'x' }),
          api.call(`PUT /api/v1/mocks/${id}/share`, { ...who, body: { shared: true } }),
          api.call(`DELETE /api/v1/mocks/${id}`, who),
        ].map(async (answer) => (await answer).status),
      );
    expect(await knock(other)).toEqual([404, 404, 404, 404, 404]);
    expect(await knock({})).toEqual([401, 401, 401, 401, 401]);
    expect((await read(visitor, id)).clock.state).toBe('running');
  });
});

describe('what is not well-formed is refused', () => {
  test.each([
    ['too short', { minutes: 1 }],
    ['a level that there isn’t', { level: 'impossible' }],
    ['a topic with NUL', { topics: ['a\0'] }],
    ['a clock of its own', { startedAt: '2026-01-01T00:00:00Z' }],
  ])('%s', async (_, more) => {
    const visitor = await someone();
    const body = { minutes: 20, ...more };
    expect((await api.call('POST /api/v1/mocks', { ...visitor, body })).status).toBe(400);
  });

  test('marks that an item doesn’t take, places and ids that there aren’t', async () => {
    const visitor = await someone();
    const mock = await begin(visitor);
    const check = mock.items.find(({ kind }) => kind === 'check')?.place ?? 0;
    expect([
      (await tell(visitor, mock.id, { place: check, points: [1] })).status,
      (await tell(visitor, mock.id, { place: 0, answer: { text: '1' } })).status,
      (await tell(visitor, mock.id, { place: 0, notes: 'a\0' })).status,
      (await act(visitor, mock.id, { act: 'go', place: 50 })).status,
      (await act(visitor, mock.id, { act: 'start' })).status,
      (await tell(visitor, mock.id, { place: 50, notes: 'a' })).status,
      (await act(visitor, randomUUID(), { act: 'pause' })).status,
    ]).toEqual([400, 400, 400, 400, 400, 404, 404]);
  });
});
