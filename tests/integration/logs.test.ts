import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addUser, createToken } from '#app/_session/accounts.ts';
import { siteMeters } from '#app/_session/site-meters.ts';
import { jsonLog, type Log } from '#judge/log.ts';
import type { SubmissionEvent } from '#judge/verdict.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { doorsOfApi, openTestApi, type TestApi } from '../harness/api.ts';

type Line = Record<string, unknown>;

let api: TestApi;
let token: string;
const lines: Line[] = [];
const kept = globalThis as typeof globalThis & { whetstoneLog?: Log | undefined };
const account = { email: 'ada.lovelace@example.org', role: 'learner', password: 'hunter2 hunter2' } as const;

beforeAll(async () => {
  kept.whetstoneLog = jsonLog(
    { write: (text) => lines.push(JSON.parse(text) as Line) },
    { always: { service: 'site' } },
  );
  api = await openTestApi();
  const { db } = api.database;
  await publishAdding(db);
  await addUser(db, { ...account, secret: 'x'.repeat(32) });
  token = await createToken(db, { email: account.email, name: 'test' });
});
afterAll(async () => {
  kept.whetstoneLog = undefined;
  await api?.close();
});

async function linesOf(act: () => Promise<unknown>): Promise<Line[]> {
  lines.length = 0;
  await act();
  return [...lines];
}

test('a call leaves one line: method, route, status, time, whose it is, and the id that the answer bears', async () => {
  let answer: Response | undefined;
  const told = await linesOf(async () => {
    answer = await api.call('POST /api/v1/submissions', {
      token,
      headers: { 'x-request-id': 'my-own_id-1' },
      body: { problem: 'add', source: solutions.AC },
    });
  });
  expect(answer?.status).toBe(202);
  expect(answer?.headers.get('x-request-id')).toBe('my-own_id-1');
  const user = await api.database.db.user.findFirst({ where: { email: account.email } });
  expect(told).toEqual([
    {
      time: expect.any(String),
      level: 'info',
      message: 'answered',
      service: 'site',
      request: 'my-own_id-1',
      method: 'POST',
      route: '/api/v1/submissions',
      status: 202,
      ms: expect.any(Number),
      user: user?.id,
    },
  ]);
  const [job] = await api.database.db.$queryRaw<
    { payload: object }[]
  >`select payload from graphile_worker._private_jobs`;
  expect(job?.payload).toMatchObject({ request: 'my-own_id-1' });
});

test('what the stages of a submission took is told in the syntax of Server-Timing', async () => {
  const answer = await api.call('POST /api/v1/submissions', {
    token,
    body: { problem: 'add', source: solutions.AC },
  });
  expect(answer.headers.get('server-timing')).toMatch(
    /^auth;dur=[\d.]+, body;dur=[\d.]+, quota;dur=[\d.]+, insert;dur=[\d.]+$/,
  );
  const { id } = (await answer.json()) as { id: string };
  const read = async () => api.call(`GET /api/v1/submissions/${id}`, { token });
  expect((await read()).headers.get('server-timing')).toBeNull();
  const stages = [
    { stage: 'queue', count: 1, ms: 3.1449 },
    { stage: 'test', count: 5, ms: 7 },
  ];
  const verdict = {
    verdict: 'AC',
    score: 0,
    maxScore: 0,
    compile: [],
    groups: [],
    tests: [],
    diagnosis: null,
  };
  const timing = { totalMs: 12, unaccountedMs: 2, stages };
  await api.database.db.submission.update({
    where: { id },
    data: { status: 'done', verdict: 'AC', result: { ...verdict, cpuMs: 0, memoryKiB: 0, timing } },
  });
  const judged = await read();
  expect(judged.headers.get('server-timing')).toBe('queue;dur=3.14, test;dur=7');
  expect(await judged.text()).not.toContain('timing');
});

test.each(['a b', 'a\tb', 'x'.repeat(65), '"}', 'ünï', '<script>', ' '])(
  'an id that has no place in a log is not taken over: %j',
  async (claimed) => {
    const headers = { 'x-request-id': Buffer.from(claimed).toString('latin1') };
    const [line] = await linesOf(async () => {
      const answer = await api.call('GET /api/v1/problems', { headers });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    });
    expect(line?.['request']).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('a browser that goes while it was about to be told something is no failure', async () => {
  const body = { problem: 'add', source: solutions.AC };
  const sent = await api.call('POST /api/v1/submissions', { token, body });
  const { id } = (await sent.json()) as { id: string };
  const { watcher } = api.site;
  api.site.watcher = {
    ...watcher,
    async *watch(_, { signal }): AsyncGenerator<SubmissionEvent> {
      yield { kind: 'status', status: 'queued', total: 5, ahead: 0 };
      if (!signal.aborted) await once(signal, 'abort');
      yield { kind: 'unattended' };
    },
  };
  const told = await linesOf(async () => {
    const reader = (await api.call(`GET /api/v1/submissions/${id}/events`, { token })).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => siteMeters().streams.open).toBe(0);
  });
  api.site.watcher = watcher;
  expect(told.map(({ message }) => message)).toEqual(['answered']);
});

const secret = 'SECRETOFTHETEST';
const secrets = [secret, 'ada.lovelace', 'example.org', 'hunter2', 'wst_'];

async function knockEverywhere(): Promise<number[]> {
  const doors = [
    ...(await doorsOfApi()),
    'POST /api/auth/sign-in/email',
    'POST /api/auth/sign-up/email',
    'GET /api/auth/get-session',
    `GET /api/${secret}/${secret}`,
  ];
  const statuses: number[] = [];
  for (const door of doors) {
    const filled = door.replace(/\{slug\}/, 'add').replace(/\{id\}/, '00000000-0000-7000-8000-000000000000');
    for (const visitor of [
      { token },
      { token: `wst_${secret}` },
      { cookie: `better-auth.session_token=${secret}` },
    ]) {
      const { email, password } = account;
      const text = `export const a = '${secret} ${email}';`;
      const body = {
        problem: 'add',
        source: text,
        name: secret,
        email,
        password,
        shared: secret,
        [secret]: secret,
      };
      const answer = await api.call(`${filled}?token=${secret}&locale=${secret}`, {
        ...visitor,
        headers: {
          referer: `http://localhost:3000/?${secret}`,
          'user-agent': secret,
          'x-request-id': `${secret}!`,
        },
        ...(!door.startsWith('GET') && { body }),
      });
      statuses.push(answer.status);
      await answer.body?.cancel();
    }
  }
  return statuses;
}

// The first to knock loads all that is behind the doors: 15 s on a busy machine.
test('no source, token, cookie, address, password or query stands in the log, through whatever door it came', async () => {
  const told = await linesOf(knockEverywhere);
  expect(told.length).toBeGreaterThan(40);
  const text = JSON.stringify(told);
  for (const one of secrets) expect(text).not.toContain(one);
}, 180_000);

test('nor where the database breaks under each of them, and what broke is told with the id of the call', async () => {
  const { db } = api.database;
  for (const table of ['submission', 'draft', 'api_token', '"user"', 'problem'])
    await db.$executeRawUnsafe(`alter table ${table} rename to ${table.replaceAll('"', '')}_elsewhere`);
  const elsewhere = vi.spyOn(console, 'error').mockReturnValue();
  const told = await linesOf(async () => expect(await knockEverywhere()).toContain(500));
  expect(elsewhere.mock.calls).toEqual([]);
  elsewhere.mockRestore();
  for (const table of ['submission', 'draft', 'api_token', '"user"', 'problem'])
    await db.$executeRawUnsafe(`alter table ${table.replaceAll('"', '')}_elsewhere rename to ${table}`);
  const text = JSON.stringify(told);
  for (const one of secrets) expect(text).not.toContain(one);
  const failed = told.filter(({ level }) => level === 'error');
  expect(failed.length).toBeGreaterThan(10);
  const answered = new Set(
    told.filter(({ message }) => message === 'answered').map(({ request }) => request),
  );
  for (const line of failed) expect(answered).toContain(line['request']);
});
