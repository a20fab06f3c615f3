import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addUser, createToken } from '#app/_session/accounts.ts';
import { applyRejudging, createRejudging } from '#judge/rejudge.ts';
import { insertToken } from '#prisma/api-token.ts';
import { insertFeed } from '#prisma/calendar-feed.ts';
import type { Role } from '#prisma/user.ts';
import { type Audience, access } from '../harness/access.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { openTestSite, type TestSite } from '../harness/site.ts';

// The owner comes last: a door that deletes leaves nothing for who comes after.
const actors = ['nobody', 'other', 'instructor', 'admin', 'owner'] as const;
type Actor = (typeof actors)[number];

let site: TestSite;
const tokens = new Map<Actor, string>();
const ids: Record<string, string> = { locale: 'en', slug: 'add', kind: 'problem' };

beforeAll(async () => {
  site = await openTestSite();
  const { db } = site.database;
  await publishAdding(db);
  const roles: Record<Exclude<Actor, 'nobody'>, Role> = {
    owner: 'learner',
    other: 'learner',
    instructor: 'instructor',
    admin: 'admin',
  };
  for (const [actor, role] of Object.entries(roles) as [Exclude<Actor, 'nobody'>, Role][]) {
    const email = `${actor}@example.org`;
    await addUser(db, { email, role, password: 'a long password', secret: 'x'.repeat(32) });
    tokens.set(actor, await createToken(db, { email, name: 'test' }));
  }
  const reply = await call('POST /api/v1/submissions', 'owner');
  ids['id'] = ((await reply.json()) as { id: string }).id;
  await db.submission.update({ where: { id: ids['id'] }, data: { status: 'done' } });
  Object.assign(ids, await rehearse());
  ids['rejudging'] = await rejudge(db);
  ids['discarded'] = await rejudge(db);
  ids['asked'] = (
    (await (await call('POST /api/v1/keep/[kind]/[slug]/asked', 'owner')).json()) as { id: string }
  ).id;
  const calendar = (await (await call('POST /api/v1/calendars', 'owner')).json()) as { id: string };
  ids['calendar'] = calendar.id;
  const owner = await db.user.findUniqueOrThrow({ where: { email: 'owner@example.org' } });
  // The one that is revoked is not the one that is read.
  ids['file'] = `${(await insertFeed(db, { userId: owner.id, locale: 'en' }))?.secret}.ics`;
  await applyRejudging(db, { id: ids['rejudging'], decidedBy: null, partial: true });
});
afterAll(() => site?.close());

/** A mock interview that is over and shared, as the page behind its key asks for. */
async function rehearse(): Promise<{ mock: string; key: string; place: string }> {
  const started = await call('POST /api/v1/mocks', 'owner');
  const { id: mock } = (await started.json()) as { id: string };
  ids['mock'] = mock;
  await call('POST /api/v1/mocks/[id]/events', 'owner');
  const shared = await call('PUT /api/v1/mocks/[id]/share', 'owner');
  return { mock, key: ((await shared.json()) as { sharedAs: string }).sharedAs, place: '0' };
}

async function rejudge(db: TestSite['database']['db']): Promise<string> {
  const reply = await createRejudging(db, {
    choice: { problem: 'add' },
    target: 'same',
    reason: 'to see who may',
    createdBy: null,
  });
  if (reply.kind !== 'created') throw new Error(reply.kind);
  return reply.id;
}

const bodies: Record<string, unknown> = {
  'POST /api/v1/submissions': { problem: 'add', source: solutions.AC },
  'PATCH /api/v1/submissions/[id]': { shared: false },
  'PUT /api/v1/drafts/[slug]': { source: 'draft' },
  'POST /api/v1/practice/entries': {
    entries: [
      {
        id: '6b1f7a52-6f0b-4b8e-9d8e-1f0f5d1c2a3b',
        kind: 'question',
        slug: 'overfitting',
        act: 'grade',
        grade: 3,
        at: '2026-01-01T09:00:00Z',
      },
    ],
  },
  'PUT /api/v1/practice/settings': {
    newPerDay: 5,
    reviewsPerDay: 50,
    timeZone: 'Asia/Shanghai',
    interviewOn: null,
  },
  'PUT /api/v1/keep/[kind]/[slug]/bookmark': { bookmarked: true },
  'PUT /api/v1/keep/[kind]/[slug]/note': { text: 'a note', revision: null },
  'POST /api/v1/keep/[kind]/[slug]/asked': { askedOn: '2026-01-31' },
  'PUT /api/v1/asked/[id]': { askedOn: '2026-01-31' },
  'POST /api/v1/calendars': { locale: 'en' },
  'POST /api/v1/mocks': { minutes: 20 },
  'POST /api/v1/mocks/[id]/events': { act: 'finish' },
  // Once it is over notes are all that is taken.
  'PATCH /api/v1/mocks/[id]/items/[place]': { notes: 'a thought' },
  'PUT /api/v1/mocks/[id]/share': { shared: true },
  'POST /api/v1/tokens': { name: 'another' },
  'POST /api/v1/rejudgings': { choice: { problem: 'add' }, reason: 'to see who may' },
  'POST /api/v1/rejudgings/count': { problem: 'add' },
  // Both have been decided: asked again, a door does nothing.
  'POST /api/v1/rejudgings/[id]/apply': {},
};

/** One of each that is built ahead; problems are in the database. */
const slugs: Record<string, string> = {
  questions: 'overfitting',
  topics: 'quantization',
  tracks: 'compression',
};

function call(door: string, actor: Actor, more: Record<string, string> = {}): Promise<Response> {
  const [method = '', pattern = ''] = door.split(' ');
  const [, folder = ''] = /\/(\w+)\/\[slug\]/.exec(pattern) ?? [];
  const slug = slugs[folder] ?? 'add';
  const set = pattern.endsWith('/discard') ? ids['discarded'] : ids['rejudging'];
  const known = {
    ...ids,
    slug,
    shape: 'icon-192',
    ...(pattern.includes('/rejudgings/') && { id: set }),
    ...(pattern.includes('/asked/') && { id: ids['asked'] }),
    ...(pattern.includes('/calendars/') && { id: ids['calendar'] }),
    ...(/\/mocks?\//.test(pattern) && { id: ids['mock'] }),
  };
  const path = pattern.replace(/\[(\w+)\]/g, (_, name: keyof typeof known) => known[name] ?? '');
  const token = tokens.get(actor);
  const body = bodies[door];
  return fetch(`${site.baseUrl}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const allowed: Record<Audience, readonly Actor[]> = {
  everyone: actors,
  'signed-in': ['owner', 'other', 'instructor', 'admin'],
  owner: ['owner'],
  'owner-or-teacher': ['owner', 'instructor', 'admin'],
  teacher: ['instructor', 'admin'],
  // All of them ask from this machine; from elsewhere see below.
  operator: actors,
};

const tried = Object.entries(access).filter(([door]) => !/^(POST|DELETE) .*\/tokens/.test(door));
describe.each(tried)('%s is for %s', (door, audience) => {
  test.each(actors)('%s', async (actor) => {
    const { status } = await call(door, actor);
    // Ready needs a judge, which this test has none of.
    if (allowed[audience].includes(actor))
      expect([200, 201, 202, 204, ...(door === 'GET /readyz' ? [503] : [])]).toContain(status);
    else
      expect(status).toBe(
        actor === 'nobody' && door.includes('/api/') && (audience === 'signed-in' || audience === 'owner')
          ? 401
          : 404,
      );
  });
});

test.each(Object.entries(access).filter(([, audience]) => audience === 'operator'))(
  '%s: who comes from elsewhere, through a proxy, finds nothing there, admins neither',
  async (door) => {
    for (const actor of actors) {
      for (const proxied of [{ 'x-forwarded-for': '127.0.0.1' }, { via: '1.1 proxy' }])
        expect([actor, (await call(door, actor, proxied)).status]).toEqual([actor, 404]);
    }
  },
);

test('a token makes no tokens, and revokes no other account’s', async () => {
  const { db } = site.database;
  expect((await call('POST /api/v1/tokens', 'owner')).status).toBe(403);
  const owner = await db.user.findUniqueOrThrow({ where: { email: 'owner@example.org' } });
  const made = await insertToken(db, { userId: owner.id, name: 'spare' });
  const remove = (actor: Actor) =>
    fetch(`${site.baseUrl}/api/v1/tokens/${made?.info.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${tokens.get(actor)}` },
    });
  expect((await remove('admin')).status).toBe(404);
  expect((await remove('owner')).status).toBe(204);
  expect((await remove('owner')).status).toBe(404);
});

describe('what is not well-formed is told', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${site.baseUrl}/api/v1/submissions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.get('owner')}`,
        'content-type': 'application/json',
        'accept-language': 'zh',
        ...headers,
      },
      body,
    });

  type Case = {
    what: string;
    body: string;
    headers?: Record<string, string>;
    status: number;
    fields: string[];
  };
  const source = (text: string) => JSON.stringify({ problem: 'add', source: text });
  test.each<Case>([
    { what: 'broken JSON', body: '{', status: 400, fields: [''] },
    {
      what: 'a missing field and an unknown one',
      body: '{"problem": "add", "sources": ""}',
      status: 400,
      fields: ['source', 'sources'],
    },
    {
      what: 'no JSON',
      body: 'problem=add',
      headers: { 'content-type': 'text/plain' },
      status: 415,
      fields: [],
    },
    {
      what: 'a problem that is not there',
      body: '{"problem": "nothing", "source": "x"}',
      status: 404,
      fields: ['problem'],
    },
    { what: 'NUL', body: source('a\0'), status: 400, fields: ['source'] },
    {
      what: 'more than the problem takes',
      body: source('x'.repeat(17 * 1024)),
      status: 413,
      fields: ['source'],
    },
    { what: 'more than is read', body: source('x'.repeat(400 * 1024)), status: 413, fields: [] },
  ])('$what', async ({ body, headers, status, fields }) => {
    const response = await post(body, headers);
    const { error } = (await response.json()) as { error: { message: string; fields?: { path: string }[] } };
    expect([response.status, (error.fields ?? []).map(({ path }) => path)]).toEqual([status, fields]);
    expect(error.message).toMatch(/\p{Script=Han}/u);
  });

  test('too many submissions are refused with when to come back', async () => {
    const body = JSON.stringify({ problem: 'add', source: solutions.AC });
    const as = { authorization: `Bearer ${tokens.get('other')}` };
    let last = await post(body, as);
    // Twenty a minute: the minute that an earlier test began may end on the way, and all twenty are to be had again.
    for (let i = 0; i < 40 && last.status === 202; i++) last = await post(body, as);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

test('a session cookie from another site writes nothing', async () => {
  const origin = site.baseUrl;
  const signIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'owner@example.org', password: 'a long password' }),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const put = (headers: Record<string, string>) =>
    fetch(`${origin}/api/v1/drafts/add`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body: '{"source":"x"}',
    });
  expect((await put({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await put({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await put({})).status).toBe(403);
  expect((await put({ origin })).status).toBe(200);
});
