import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishAdding } from '../harness/adding.ts';
import { cookieOf, openTestApi, type TestApi, type Visitor } from '../harness/api.ts';
import { type Keeping, keeping, password, problem, question } from '../harness/keeping.ts';

let api: TestApi;
let keepers: Keeping;
beforeAll(async () => {
  api = await openTestApi();
  keepers = keeping(api);
  await publishAdding(api.database.db);
});
afterAll(() => api?.close());
beforeEach(async () => {
  await api.database.db.rateLimit.deleteMany();
});

describe('what somebody keeps', () => {
  test('is nothing for who is not signed in, which is no error', async () => {
    expect(await keepers.read(question, {})).toEqual({
      account: '',
      bookmarked: false,
      note: null,
      asked: [],
    });
    expect((await keepers.bookmark({}, question)).status).toBe(401);
  });

  test('is read back, by its keeper alone', async () => {
    const [keeper, other] = [await keepers.signUp(), await keepers.signUp()];
    await keepers.bookmark(keeper, question);
    await keepers.written(keeper, question, 'rank **8**, <script>alert(1)</script>');
    await keepers.ask(keeper, question, { askedOn: '2026-01-31', role: 'Inference', company: ' Acme ' });
    const kept = await keepers.read(question, keeper);
    expect(kept).toMatchObject({
      bookmarked: true,
      note: { text: 'rank **8**, <script>alert(1)</script>' },
      asked: [{ askedOn: '2026-01-31', role: 'Inference', company: 'Acme' }],
    });
    expect(kept.note?.html).toContain('<strong>8</strong>');
    expect(kept.note?.html).not.toContain('<script');
    expect(await keepers.read(question, other)).toMatchObject({ bookmarked: false, note: null, asked: [] });
    expect(await keepers.read('/api/v1/keep', keeper)).toMatchObject({
      bookmarks: [{ kind: 'question', slug: 'overfitting' }],
      notes: [{ kind: 'question', slug: 'overfitting', excerpt: 'rank 8, <script>alert(1)</script>' }],
      asked: [{ kind: 'question', slug: 'overfitting', askedOn: '2026-01-31' }],
    });
  });

  test('is taken away again', async () => {
    const keeper = await keepers.signUp();
    await keepers.bookmark(keeper, problem);
    await keepers.bookmark(keeper, problem);
    await keepers.bookmark(keeper, problem, false);
    const revision = await keepers.written(keeper, problem, 'soon gone');
    await keepers.write(keeper, problem, { text: '', revision });
    const { id } = await keepers.ask(keeper, problem, { askedOn: '2026-01-31' });
    expect((await api.call(`DELETE /api/v1/asked/${id}`, keeper)).status).toBe(204);
    expect(await keepers.read(problem, keeper)).toMatchObject({ bookmarked: false, note: null, asked: [] });
  });

  test.each([
    ['a question', '/api/v1/keep/question/no-such-question'],
    ['a problem', '/api/v1/keep/problem/no-such-problem'],
    ['a kind', '/api/v1/keep/chapter/overfitting'],
  ])('is kept of no %s that is not there', async (_, at) => {
    const keeper = await keepers.signUp();
    expect((await keepers.bookmark(keeper, at)).status).toBe(404);
    expect((await keepers.write(keeper, at, { text: 'x' })).status).toBe(404);
    const body = { askedOn: '2026-01-31' };
    expect((await api.call(`POST ${at}/asked`, { ...keeper, body })).status).toBe(404);
  });
});

describe('a note', () => {
  test('is not written over by a device that has not seen it, and nothing is lost by asking twice', async () => {
    const keeper = await keepers.signUp();
    const first = await keepers.written(keeper, question, 'first');
    expect((await keepers.write(keeper, question, { text: 'blind' })).status).toBe(409);
    expect((await keepers.read(question, keeper)).note?.text).toBe('first');
    expect((await keepers.write(keeper, question, { text: 'second', revision: first })).status).toBe(200);
    // The answer was lost, and it is sent once more.
    expect((await keepers.write(keeper, question, { text: 'second', revision: first })).status).toBe(200);
    expect((await keepers.write(keeper, question, { text: 'third', revision: first })).status).toBe(409);
    expect((await keepers.read(question, keeper)).note?.text).toBe('second');
  });

  test('that is begun anew after it was taken away is not the old one', async () => {
    const keeper = await keepers.signUp();
    const old = await keepers.written(keeper, question, 'old');
    await keepers.write(keeper, question, { text: '', revision: old });
    await keepers.written(keeper, question, 'new');
    expect((await keepers.write(keeper, question, { text: 'from an old page', revision: old })).status).toBe(
      409,
    );
  });

  test('is written by one of two that begin it in the same moment, and the other is told', async () => {
    const keeper = await keepers.signUp();
    const answers = await Promise.all(
      ['one', 'other'].map((text) => keepers.write(keeper, question, { text })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('has an end, counted in characters and not in bytes', async () => {
    const keeper = await keepers.signUp();
    expect((await keepers.write(keeper, question, { text: '剪'.repeat(20_000) })).status).toBe(200);
    const { note } = await keepers.read(question, keeper);
    const answer = await keepers.write({ ...keeper, headers: { 'accept-language': 'zh' } }, question, {
      text: '剪'.repeat(20_001),
      revision: note?.revision,
    });
    expect(answer.status).toBe(413);
    expect(JSON.stringify(await answer.json())).toContain('笔记');
    expect((await keepers.write(keeper, question, { text: 'a\0b', revision: note?.revision })).status).toBe(
      400,
    );
  });
});

test('an interview is mended and removed by who noted it down alone', async () => {
  const [keeper, other] = [await keepers.signUp(), await keepers.signUp()];
  const { id } = await keepers.ask(keeper, question, { askedOn: '2026-01-31' });
  const body = { askedOn: '2026-02-01', company: 'Acme' };
  const door = `/api/v1/asked/${id}`;
  expect((await api.call(`PUT ${door}`, { ...other, body })).status).toBe(404);
  expect((await api.call(`DELETE ${door}`, other)).status).toBe(404);
  expect((await api.call(`PUT ${door}`, { ...keeper, body: { askedOn: 'yesterday' } })).status).toBe(400);
  expect((await api.call(`PUT ${door}`, { ...keeper, body })).status).toBe(200);
  expect((await keepers.read(question, keeper)).asked).toEqual([
    { id, kind: 'question', slug: 'overfitting', askedOn: '2026-02-01', role: '', company: 'Acme' },
  ]);
});

describe('who kept things without an account', () => {
  const keepAll = async (visitor: Visitor) => {
    await keepers.bookmark(visitor, question);
    await keepers.written(visitor, question, 'without an account');
    await keepers.ask(visitor, question, { askedOn: '2026-01-31', role: 'without' });
    return keepers.subscribe(visitor);
  };

  test('finds them all after signing up', async () => {
    const before = await keepers.anonymous();
    const feed = await keepAll(before);
    const keeper = await keepers.signUp(before);
    expect(await keepers.read(question, keeper)).toMatchObject({
      bookmarked: true,
      note: { text: 'without an account' },
      asked: [{ role: 'without' }],
    });
    expect((await keepers.feedOf(feed)).status).toBe(200);
  });

  test('finds them beside what the account kept, and of two notes on the same both', async () => {
    const { email, cookie } = await keepers.signUp();
    await keepers.bookmark({ cookie }, question);
    await keepers.bookmark({ cookie }, problem);
    await keepers.written({ cookie }, question, 'with one');
    await keepers.ask({ cookie }, question, { askedOn: '2026-02-01', role: 'with' });
    const own = await keepers.subscribe({ cookie });
    const before = await keepers.anonymous();
    const feed = await keepAll(before);
    await keepers.written(before, problem, 'on the problem');
    const answer = await api.call('POST /api/auth/sign-in/email', { ...before, body: { email, password } });
    const keeper = { cookie: cookieOf(answer) };
    const kept = await keepers.read(question, keeper);
    expect(kept.note?.text).toBe('with one\n\n---\n\nwithout an account');
    expect(kept.asked.map(({ role }) => role)).toEqual(['with', 'without']);
    expect((await keepers.read(problem, keeper)).note?.text).toBe('on the problem');
    const { bookmarks } = await keepers.read<{ bookmarks: object[] }>('/api/v1/keep', keeper);
    expect(bookmarks).toHaveLength(2);
    for (const one of [own, feed]) expect((await keepers.feedOf(one)).status).toBe(200);
  });
});
