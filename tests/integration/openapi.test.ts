import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addUser, createToken } from '#app/_session/accounts.ts';
import { createRejudging } from '#judge/rejudge.ts';
import type { Verdict } from '#judge/verdict.ts';
import { finishRejudgment, leaseRejudgment } from '#prisma/rejudgment.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { doorsOfApi, openTestApi, type TestApi } from '../harness/api.ts';

type Described = {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: { schemas: { Error: object } };
};

let api: TestApi;
let described: Described;
let token: string;
let teachersToken: string;
const ids: Record<string, string> = { slug: 'add', kind: 'problem' };

beforeAll(async () => {
  api = await openTestApi();
  const { db } = api.database;
  await publishAdding(db);
  const email = 'caller@example.org';
  const account = { email, role: 'learner', password: 'a long password', secret: 'x'.repeat(32) } as const;
  await addUser(db, account);
  token = await createToken(db, { email, name: 'test' });
  const teacher = { ...account, email: 'teacher@example.org', role: 'instructor' } as const;
  await addUser(db, teacher);
  teachersToken = await createToken(db, { email: teacher.email, name: 'test' });
  described = (await (await api.call('GET /api/v1/openapi.json')).json()) as Described;
});
afterAll(() => api?.close());
beforeEach(async () => {
  await api.database.db.rateLimit.deleteMany();
});

test('the description is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(described as unknown as Record<string, unknown>);
  expect([valid, errors]).toEqual([true, undefined]);
});

test('the description names every door of the API and no other', async () => {
  const doors = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const own = 'GET /api/v1/openapi.json';
  expect(doors.sort()).toEqual((await doorsOfApi()).filter((door) => door !== own));
});

const verdict: Verdict = {
  verdict: 'CE',
  score: 0,
  maxScore: 100,
  cpuMs: 1.5,
  memoryKiB: 100,
  compile: [{ line: 1, column: 2, endLine: 1, endColumn: 3, code: 'TS2322', message: 'No.' }],
  groups: [
    {
      name: 'small',
      title: { en: 'Small', zh: '小' },
      points: 40,
      score: 0,
      verdict: 'WA',
      run: 1,
      total: 2,
    },
  ],
  tests: [
    {
      name: 'small/0',
      group: 'small',
      sample: false,
      verdict: 'WA',
      cpuMs: 1.5,
      memoryKiB: 100,
      failure: { kind: 'secret' },
      console: '',
      hint: { en: 'Hint', zh: '提示' },
    },
  ],
  diagnosis: { id: 'x', title: { en: 'X', zh: '某' }, message: { en: 'Y', zh: '某' } },
};

/** A mock interview of the caller's; its first item is a question. */
async function rehearse(): Promise<void> {
  const started = await api.call('POST /api/v1/mocks', { token, body: { minutes: 20 } });
  expect(started.status).toBe(201);
  ids['id'] = ((await started.json()) as { id: string }).id;
  ids['place'] = '0';
}

async function fillIn(door: string): Promise<void> {
  const { db } = api.database;
  const { id } = await db.submission.findFirstOrThrow();
  ids['id'] = id;
  if (door.includes('/asked/')) ids['id'] = (await db.asked.findFirstOrThrow()).id;
  await db.submission.update({
    where: { id },
    data: { status: 'done', verdict: 'CE', score: 0, maxScore: 100, result: verdict, judgedAt: new Date() },
  });
  if (!door.includes('/rejudgings')) return;
  // One of its submissions is judged again, with another verdict.
  const reply = await createRejudging(db, {
    choice: { submissions: [id], verdicts: ['CE'], since: '2026-01-01T00:00:00Z' },
    target: 'same',
    reason: 'to see it described',
    createdBy: null,
  });
  if (reply.kind !== 'created') throw new Error(reply.kind);
  const { id: rejudgmentId } = await db.rejudgment.findFirstOrThrow({ where: { rejudgingId: reply.id } });
  const held = { rejudgmentId, judge: 'ours' };
  await leaseRejudgment(db, held);
  const columns = { verdict: 'WA', score: 0, maxScore: 100, cpuMs: 1, memoryKib: 1, result: { tests: [] } };
  await finishRejudgment(db, held, columns);
  ids['id'] = reply.id;
}

const graded = {
  id: '6b1f7a52-6f0b-4b8e-9d8e-1f0f5d1c2a3b',
  kind: 'question',
  slug: 'overfitting',
  act: 'grade',
  grade: 3,
  at: '2026-01-01T09:00:00Z',
};

test.each([
  { door: 'POST /api/v1/submissions', body: { problem: 'add', source: solutions.AC } },
  { door: 'POST /api/v1/submissions', body: {} },
  { door: 'GET /api/v1/submissions' },
  { door: 'GET /api/v1/submissions/{id}' },
  { door: 'PATCH /api/v1/submissions/{id}', body: { shared: true } },
  { door: 'GET /api/v1/problems' },
  { door: 'GET /api/v1/problems/{slug}' },
  { door: 'PUT /api/v1/drafts/{slug}', body: { source: 'draft' } },
  { door: 'GET /api/v1/drafts/{slug}' },
  { door: 'GET /api/v1/practice' },
  { door: 'POST /api/v1/practice/entries', body: { entries: [graded, { ...graded, slug: 'nothing' }] } },
  { door: 'POST /api/v1/practice/entries', body: { entries: [{ ...graded, grade: 9 }] } },
  { door: 'GET /api/v1/practice' },
  { door: 'GET /api/v1/standing' },
  {
    door: 'PUT /api/v1/practice/settings',
    body: { newPerDay: 5, reviewsPerDay: 50, timeZone: 'Asia/Shanghai', interviewOn: '2026-12-24' },
  },
  { door: 'PUT /api/v1/keep/{kind}/{slug}/bookmark', body: { bookmarked: true } },
  { door: 'PUT /api/v1/keep/{kind}/{slug}/note', body: { text: '**a** note', revision: null } },
  { door: 'PUT /api/v1/keep/{kind}/{slug}/note', body: { text: 'blind', revision: null } },
  { door: 'PUT /api/v1/keep/{kind}/{slug}/note', body: { text: 1 } },
  { door: 'POST /api/v1/keep/{kind}/{slug}/asked', body: { askedOn: '2026-01-31', role: 'Serving' } },
  { door: 'PUT /api/v1/asked/{id}', body: { askedOn: '2026-02-01' } },
  { door: 'GET /api/v1/keep/{kind}/{slug}' },
  { door: 'GET /api/v1/keep' },
  { door: 'GET /api/v1/keep/bookmarks' },
  { door: 'POST /api/v1/calendars', body: { locale: 'zh' } },
  { door: 'GET /api/v1/calendars' },
  { door: 'POST /api/v1/mocks', body: { minutes: 20, topics: ['pruning'], level: 'hard' } },
  { door: 'POST /api/v1/mocks', body: { minutes: 1 } },
  { door: 'GET /api/v1/mocks' },
  { door: 'GET /api/v1/mocks/{id}' },
  { door: 'PATCH /api/v1/mocks/{id}/items/{place}', body: { notes: 'a', revealed: true, points: [0] } },
  { door: 'PATCH /api/v1/mocks/{id}/items/{place}', body: { answer: { text: '1' } } },
  { door: 'POST /api/v1/mocks/{id}/events', body: { act: 'go', place: 1 } },
  { door: 'POST /api/v1/mocks/{id}/events', body: { act: 'go', place: 99 } },
  { door: 'PUT /api/v1/mocks/{id}/share', body: { shared: true } },
  { door: 'GET /api/v1/export' },
  { door: 'GET /api/v1/tokens' },
  { door: 'POST /api/v1/tokens', body: { name: 'by a token' } },
  { door: 'GET /api/v1/rejudgings' },
  { door: 'POST /api/v1/rejudgings', body: { choice: { problem: 'add' }, reason: 'to see it described' } },
  { door: 'POST /api/v1/rejudgings', body: { choice: {}, reason: ' ' } },
  { door: 'POST /api/v1/rejudgings/count', body: { verdicts: ['CE'] } },
  { door: 'POST /api/v1/rejudgings/count', body: { user: 'nobody@example.org' } },
  { door: 'GET /api/v1/rejudgings/{id}' },
  { door: 'POST /api/v1/rejudgings/{id}/apply', body: { partial: true } },
  { door: 'POST /api/v1/rejudgings/{id}/discard' },
])('$door answers as described', async ({ door, body }) => {
  if (door.includes('/mocks/')) await rehearse();
  else if (door.includes('{id}') || door.includes('/rejudgings')) await fillIn(door);
  const [method = '', pattern = ''] = door.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  const answer = await api.call(`${method} ${path}`, {
    token: door.includes('/rejudgings') ? teachersToken : token,
    ...(body && { body }),
  });
  const { content } = described.paths[pattern]?.[method.toLowerCase()]?.responses[answer.status] ?? {};
  const schema = content?.['application/json']?.schema;
  if (!schema) throw new Error(`${door} answers ${answer.status}, which is not described`);

  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const isError = '$ref' in schema;
  const check = ajv.compile(closed(isError ? described.components.schemas.Error : schema) as object);
  check(await answer.json());
  expect(check.errors).toBeNull();
});

/** The schema with nothing allowed beyond what it names, so that what is not described is found. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema && !('additionalProperties' in schema)
    ? { ...inner, additionalProperties: false }
    : inner;
}
