import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiMessages } from '#app/_messages/api.ts';
import { addUser, createToken } from '#app/_session/accounts.ts';
import { announcementOf, type Hint } from '#judge/events.ts';
import type { SubmissionEvent, TestResult, Verdict } from '#judge/verdict.ts';
import { tellProgress } from '#prisma/submission.ts';
import type { Role } from '#prisma/user.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { cookieOf, openTestApi, type TestApi } from '../harness/api.ts';

let api: TestApi;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await openTestApi();
  const { db } = api.database;
  await publishAdding(db);
  for (const [name, role] of Object.entries({ owner: 'learner', other: 'learner', teacher: 'instructor' })) {
    const email = `${name}@example.org`;
    await addUser(db, { email, role: role as Role, password: 'a long password', secret: 'x'.repeat(32) });
    tokens[name] = await createToken(db, { email, name: 'test' });
  }
});
afterAll(() => api?.close());

const as = (name: string) => ({ token: tokens[name] ?? '' });

async function send(source: string = solutions.AC, name = 'owner'): Promise<string> {
  // The quota has a test of its own.
  await api.database.db.rateLimit.deleteMany();
  const answer = await api.call('POST /api/v1/submissions', {
    ...as(name),
    body: { problem: 'add', source },
  });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

const testOf = (name: string, more: Partial<TestResult> = {}): TestResult => ({
  name,
  group: name.split('/')[0] ?? '',
  sample: name.startsWith('sample'),
  verdict: 'AC',
  cpuMs: 1,
  memoryKiB: 100,
  failure: null,
  console: '',
  hint: null,
  ...more,
});
const mistake = {
  id: 'swapped',
  title: { en: 'Swapped', zh: '颠倒' },
  message: { en: 'Look.', zh: '看看。' },
  question: 'distillation-losses',
};
const verdict: Verdict = {
  verdict: 'WA',
  score: 0,
  maxScore: 100,
  cpuMs: 2,
  memoryKiB: 100,
  compile: [],
  groups: [],
  tests: [
    testOf('sample/0', {
      verdict: 'WA',
      failure: { kind: 'values', path: '', wrong: 1, total: 1, worst: [] },
    }),
    testOf('small/0'),
    testOf('small/1', { verdict: 'WA', failure: { kind: 'secret' }, hint: { en: 'Zero?', zh: '零呢？' } }),
  ],
  diagnosis: mistake,
};

async function judge(id: string, result = verdict): Promise<void> {
  const { db } = api.database;
  const data = {
    status: 'done',
    verdict: 'WA',
    score: 0,
    maxScore: 100,
    result,
    judgedAt: new Date(),
  };
  await db.submission.update({ where: { id }, data });
  await tell({ id, status: 'done', judged: [] });
}

function tell(hint: Hint): Promise<void> {
  const lease = { submissionId: hint.id, judge: 'test' };
  return tellProgress(api.database.db, lease, { announcement: announcementOf(hint), status: null });
}

type Refusal = { error: { code: string; message: string; fields?: { path: string; message: string }[] } };
const refusal = async (answer: Response) => ((await answer.json()) as Refusal).error;

describe('a submission', () => {
  test('tells failures in the language that is asked for, and as data', async () => {
    const id = await send();
    await judge(id);
    const read = async (language: string) => {
      const headers = { 'accept-language': language };
      const answer = await api.call(`GET /api/v1/submissions/${id}`, { ...as('owner'), headers });
      return (await answer.json()) as { tests: Record<string, unknown>[]; diagnosis: unknown };
    };
    const [en, zh] = [await read('en'), await read('zh-CN,zh;q=0.9')];
    expect(en.tests[2]).toMatchObject({ verdict: 'WA', failure: { kind: 'secret' }, hint: 'Zero?' });
    expect(zh.tests[2]?.['hint']).toBe('零呢？');
    expect(zh.tests[2]?.['message']).toMatch(/\p{Script=Han}/u);
    expect(en.tests[2]?.['message']).not.toMatch(/\p{Script=Han}/u);
    expect([en.diagnosis, zh.diagnosis]).toEqual([
      {
        id: 'swapped',
        title: 'Swapped',
        message: 'Look.',
        question: {
          slug: 'distillation-losses',
          title: expect.stringMatching(/^[^\p{Script=Han}]+$/u),
          href: '/en/questions/distillation-losses',
        },
      },
      {
        id: 'swapped',
        title: '颠倒',
        message: '看看。',
        question: {
          slug: 'distillation-losses',
          title: expect.stringMatching(/\p{Script=Han}/u),
          href: '/zh/questions/distillation-losses',
        },
      },
    ]);
  });

  test('tells of a mistake that no question explains without a link', async () => {
    const id = await send();
    // As where its author named none.
    const { question: _, ...diagnosis } = mistake;
    await judge(id, { ...verdict, diagnosis });
    const answer = await api.call(`GET /api/v1/submissions/${id}`, as('owner'));
    expect(await answer.json()).toMatchObject({ diagnosis: { id: 'swapped', question: null } });
  });

  test('of others looks like one that is not there', async () => {
    const id = await send();
    const nowhere = '01890000-0000-7000-8000-000000000000';
    for (const path of ['', '/events']) {
      const [foreign, missing, broken] = await Promise.all(
        [id, nowhere, 'x'].map((it) => api.call(`GET /api/v1/submissions/${it}${path}`, as('other'))),
      );
      const told = await foreign?.text();
      expect([foreign?.status, told]).toEqual([404, await missing?.text()]);
      expect([broken?.status, told]).toEqual([404, await broken?.text()]);
    }
  });

  test('is shown to a teacher, and to everyone only while its owner shares it', async () => {
    const id = await send();
    const share = (shared: boolean, name: string) =>
      api.call(`PATCH /api/v1/submissions/${id}`, { ...as(name), body: { shared } });
    const read = async (name: string) => (await api.call(`GET /api/v1/submissions/${id}`, as(name))).status;
    expect([await read('teacher'), await read('other')]).toEqual([200, 404]);
    expect((await share(true, 'teacher')).status).toBe(404);
    expect((await share(true, 'owner')).status).toBe(200);
    expect([await read('other'), await read('nobody')]).toEqual([200, 200]);
    await share(false, 'owner');
    expect(await read('other')).toBe(404);
  });

  test('stands in its owner’s list alone, page by page', async () => {
    await api.database.db.submission.deleteMany();
    const ids = [await send(), await send(), await send()].reverse();
    await send(solutions.AC, 'other');
    const page = async (query: string) =>
      (await (await api.call(`GET /api/v1/submissions?${query}`, as('owner'))).json()) as {
        submissions: { id: string }[];
        next: string | null;
      };
    const first = await page('problem=add&limit=2');
    const second = await page(`problem=add&limit=2&before=${first.next}`);
    expect([...first.submissions, ...second.submissions].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect((await page('problem=else')).submissions).toEqual([]);
  });
});

describe('its events', () => {
  const names = (text: string) => [...text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
  const follow = (id: string, headers: Record<string, string> = {}) =>
    api.call(`GET /api/v1/submissions/${id}/events`, { ...as('owner'), headers });

  test('tell each test as it is judged, then the verdict, then end', async () => {
    const { db } = api.database;
    // Whoever waits for a while without one is told that, too.
    await db.judge.create({ data: { id: 'test', seenAt: new Date(Date.now() + 3_600_000) } });
    // What is told before the site listens is not heard.
    const listening = () => db.$queryRaw<unknown[]>`
      select 1 from pg_stat_activity where datname = current_database() and query like 'listen %' and state = 'idle'`;
    await expect.poll(listening).toHaveLength(1);
    const id = await send();
    const stream = (await follow(id)).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (what: string) => {
      while (!text.includes(what)) {
        const { value, done } = (await stream?.read()) ?? { done: true };
        if (done) throw new Error(`ended before ${what}: ${text}`);
        text += value;
      }
    };
    await until('"queued"');
    await tell({ id, status: 'running', judged: [[0, 'WA', 1, 100]] });
    await until('id: 1\n');
    await judge(id);
    await until('event: verdict');
    expect(names(text)).toEqual(['status', 'status', 'test', 'test', 'test', 'verdict']);
    expect((await stream?.read())?.done).toBe(true);
  });

  test('go on after what a browser has heard before it lost the connection', async () => {
    const id = await send();
    await judge(id);
    const rest = await (await follow(id, { 'last-event-id': '2' })).text();
    expect(names(rest)).toEqual(['test', 'verdict']);
    expect(rest).toContain('id: 3\n');
    expect(names(await (await follow(id, { 'last-event-id': 'nonsense' })).text())).toHaveLength(4);
  });

  test('come in the language of the address', async () => {
    const id = await send();
    await judge(id);
    const answer = await api.call(`GET /api/v1/submissions/${id}/events?locale=zh`, as('owner'));
    expect(await answer.text()).toContain('颠倒');
  });

  test('are no longer listened for when the browser has gone or has been told all', async () => {
    const id = await send();
    const { watcher } = api.site;
    const signals: AbortSignal[] = [];
    let ended = 0;
    api.site.watcher = {
      ...watcher,
      async *watch(...asked): AsyncGenerator<SubmissionEvent> {
        signals.push(asked[1].signal);
        yield* watcher.watch(...asked);
        ended += 1;
      },
    };
    const reader = (await follow(id)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => ended).toBe(1);
    await judge(id);
    await (await follow(id)).text();
    api.site.watcher = watcher;
    expect([ended, ...signals.map(({ aborted }) => aborted)]).toEqual([2, true, true]);
  });
});

describe('what is wrong with a request is told by field, in both languages', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    api.call('POST /api/v1/submissions', { ...as('owner'), body, headers });

  type Case = { what: string; body: unknown; status?: number; fields: string[] };
  const add = (source: string) => ({ problem: 'add', source });
  test.each<Case>([
    { what: 'broken JSON', body: '{', fields: [''] },
    { what: 'a list', body: [], fields: [''] },
    {
      what: 'unknown fields',
      body: { problem: 'add', sources: '', x: 1 },
      fields: ['source', 'sources', 'x'],
    },
    { what: 'wrong types', body: { problem: 1, source: null }, fields: ['problem', 'source'] },
    { what: 'NUL', body: { problem: 'a\0', source: 'a\0' }, fields: ['problem', 'source'] },
    { what: 'an empty source', body: add(''), fields: ['source'] },
    {
      what: 'an unknown problem',
      body: { problem: 'nothing', source: 'x' },
      status: 404,
      fields: ['problem'],
    },
    { what: 'more than the problem takes', body: add('é'.repeat(9 * 1024)), status: 413, fields: ['source'] },
    { what: 'more than any takes', body: add('x'.repeat(128 * 1024 + 1)), status: 413, fields: ['source'] },
    { what: 'more than is read', body: add('x'.repeat(400 * 1024)), status: 413, fields: [] },
  ])('$what', async ({ body, status = 400, fields }) => {
    const [en, zh] = [await post(body), await post(body, { 'accept-language': 'zh' })];
    expect([en.status, zh.status]).toEqual([status, status]);
    const [said, told] = [await refusal(en), await refusal(zh)];
    expect(told.code).toBe(said.code);
    expect((said.fields ?? []).map(({ path }) => path)).toEqual(fields);
    for (const { message } of [told, ...(told.fields ?? [])]) expect(message).toMatch(/\p{Script=Han}/u);
    for (const { message } of [said, ...(said.fields ?? [])]) expect(message).not.toMatch(/\p{Script=Han}/u);
  });

  test.each([
    ['GET /api/v1/problems/a%00b', 404],
    ['GET /api/v1/drafts/a%00b', 404],
    ['GET /api/v1/drafts/..%2F', 404],
    ['GET /api/v1/submissions?problem=a%00b', 400],
    ['GET /api/v1/submissions?limit=1000', 400],
    ['GET /api/v1/submissions?before=x', 400],
    ['GET /api/v1/submissions/a%00b', 404],
    ['DELETE /api/v1/tokens/a%00b', 404],
    ['GET /api/v2/anything', 404],
    ['POST /api/v1/nothing', 404],
  ])('%s: %i', async (door, status) => {
    const answer = await api.call(door, as('owner'));
    expect(answer.status).toBe(status);
    expect((await refusal(answer)).message).not.toBe('');
  });

  test('a form instead of JSON', async () => {
    const answer = await post('problem=add', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([answer.status, (await refusal(answer)).message]).toEqual([415, apiMessages.en.unsupported_media]);
  });
});

test('a session cookie writes from a page of this site alone', async () => {
  const body = { email: 'owner@example.org', password: 'a long password' };
  const cookie = cookieOf(await api.call('POST /api/auth/sign-in/email', { body }));
  const put = async (headers: Record<string, string>) =>
    (await api.call('PUT /api/v1/drafts/add', { cookie, body: { source: 'x' }, headers })).status;
  expect(await put({})).toBe(200);
  expect(await put({ origin: '' })).toBe(403);
  expect(await put({ origin: 'null' })).toBe(403);
  expect(await put({ origin: 'https://evil.example' })).toBe(403);
  expect(await put({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await put({ 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await put({ origin: '', 'sec-fetch-site': 'same-origin' })).toBe(200);
});

test('the latest ten drafts are kept, and no state twice in a row', async () => {
  const save = (source: string) => api.call('PUT /api/v1/drafts/add', { ...as('teacher'), body: { source } });
  for (let i = 0; i < 12; i++) await save(`draft ${i}`);
  await save('draft 11');
  const answer = await api.call('GET /api/v1/drafts/add', as('teacher'));
  const { drafts } = (await answer.json()) as { drafts: { source: string }[] };
  expect(drafts.map(({ source }) => source)).toEqual(Array.from({ length: 10 }, (_, i) => `draft ${11 - i}`));
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('secret tests stay secret: of a problem only names of groups and tests are told', async () => {
  const text = await (await api.call('GET /api/v1/problems/add')).text();
  expect(text).toContain('large/1');
  expect(text).not.toMatch(/1000000000|2000000000|misconceptions/);
});
