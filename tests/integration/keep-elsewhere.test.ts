import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishAdding, solutions } from '../harness/adding.ts';
import { readAnki } from '../harness/anki-reader.ts';
import { openTestApi, type TestApi, type Visitor } from '../harness/api.ts';
import { propertyOf, readCalendar, textOf } from '../harness/calendar-reader.ts';
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

describe('a calendar', () => {
  // One moment for all of them: a day may begin between two.
  const at = new Date().toISOString();
  const grade = (visitor: Visitor, slug: string) =>
    api.call('POST /api/v1/practice/entries', {
      ...visitor,
      body: {
        entries: [
          {
            id: crypto.randomUUID(),
            kind: 'question',
            slug,
            act: 'grade',
            grade: 3,
            at,
          },
        ],
      },
    });
  const events = async (feed: { url: string }) => {
    const { components } = readCalendar(await (await keepers.feedOf(feed)).text());
    return components.map((event) => ({
      uid: propertyOf(event, 'UID'),
      day: propertyOf(event, 'DTSTART'),
      summary: textOf(propertyOf(event, 'SUMMARY')),
    }));
  };

  test.each([
    ['en', '2 cards due'],
    ['zh', '2 张卡片待复习'],
  ])('reads what is due without a session, in its language: %s', async (locale, said) => {
    const keeper = await keepers.signUp();
    const feed = await keepers.subscribe(keeper, locale);
    expect(await events(feed)).toEqual([]);
    await grade(keeper, 'overfitting');
    await grade(keeper, 'transfer-learning');
    const [event, ...others] = await events(feed);
    expect(others).toEqual([]);
    expect(event?.summary).toContain(said);
    // The same event each time, also at another address.
    expect((await events(feed))[0]?.uid).toBe(event?.uid);
    expect((await events(await keepers.subscribe(keeper)))[0]?.uid).toBe(event?.uid);
    const answer = await keepers.feedOf(feed);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await answer.text()).not.toMatch(/overfitting|Keeper|keeper-/);
  });

  test('is read by its address alone, which is kept as a hash and revoked at once', async () => {
    const [keeper, other] = [await keepers.signUp(), await keepers.signUp()];
    const feed = await keepers.subscribe(keeper);
    const stored = JSON.stringify(await api.database.db.calendarFeed.findMany());
    expect(stored).not.toContain(/wsc_.{40}/.exec(feed.url)?.[0] ?? feed.url);
    expect((await keepers.feedOf({ url: feed.url.replace(/.{4}\.ics$/, 'abcd.ics') })).status).toBe(404);
    expect((await api.call(`DELETE /api/v1/calendars/${feed.id}`, other)).status).toBe(404);
    expect((await keepers.feedOf(feed)).status).toBe(200);
    expect((await api.call(`DELETE /api/v1/calendars/${feed.id}`, keeper)).status).toBe(204);
    expect((await keepers.feedOf(feed)).status).toBe(404);
  });

  test('that asks without end is told to come back later', async () => {
    const feed = await keepers.subscribe(await keepers.signUp());
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await keepers.feedOf(feed)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  test('has five addresses at most', async () => {
    const keeper = await keepers.signUp();
    for (let i = 0; i < 5; i++) await keepers.subscribe(keeper);
    const answer = await api.call('POST /api/v1/calendars', { ...keeper, body: { locale: 'en' } });
    expect(answer.status).toBe(409);
  });
});

describe('Anki', () => {
  const anki = async (query: string, visitor: Visitor = {}) => {
    const answer = await api.call(`GET /api/v1/anki${query}`, visitor);
    expect(answer.status).toBe(200);
    return readAnki(await answer.text());
  };

  test('gets every question, in each language a deck of its own, the same note each time', async () => {
    const [en, zh, both] = [await anki(''), await anki('?language=zh'), await anki('?language=both')];
    expect(en.rows.length).toBeGreaterThan(15);
    expect(both.rows).toEqual([...en.rows, ...zh.rows]);
    expect(new Set(both.rows.map(([guid]) => guid)).size).toBe(both.rows.length);
    expect(new Set(both.rows.map(([, , deck]) => deck)).size).toBe(2);
    const all = both.rows.flat().join('\n');
    expect(all).not.toMatch(/<script|<img|\son\w+=|katex/i);
    for (const [, , , front, back] of both.rows) expect([front, back].every(Boolean)).toBe(true);
  });

  test('gets what somebody bookmarked or practised, if they say who they are', async () => {
    const keeper = await keepers.signUp();
    await keepers.bookmark(keeper, question);
    const { rows } = await anki('?only=bookmarks', keeper);
    expect(rows.map(([guid]) => guid)).toEqual(['whetstone-en-overfitting']);
    expect((await anki('?only=practised', keeper)).rows).toEqual([]);
    expect((await api.call('GET /api/v1/anki?only=bookmarks')).status).toBe(401);
  });

  test('is told which of its wishes is at fault', async () => {
    const answer = await api.call('GET /api/v1/anki?language=de');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { fields: [{ path: 'language' }] } });
  });
});

describe('an account', () => {
  const keepMuch = async (visitor: Visitor) => {
    await keepers.bookmark(visitor, question);
    await keepers.written(visitor, question, 'a note');
    await keepers.written(visitor, problem, 'another');
    await keepers.ask(visitor, problem, { askedOn: '2026-01-31', role: 'Serving' });
    await api.call('POST /api/v1/submissions', {
      ...visitor,
      body: { problem: 'add', source: solutions.AC },
    });
    return keepers.subscribe(visitor);
  };

  test('is taken along with all it keeps, and with no secret', async () => {
    const keeper = await keepers.signUp();
    const { url } = await keepMuch(keeper);
    const text = await (await api.call('GET /api/v1/export', keeper)).text();
    expect(text).not.toContain(/wsc_[^.]+/.exec(url)?.[0] ?? url);
    const whole = JSON.parse(text) as { notes: { text: string }[]; calendars: object[] };
    expect(whole).toMatchObject({
      bookmarks: [{ kind: 'question', slug: 'overfitting' }],
      asked: [{ kind: 'problem', slug: 'add', askedOn: '2026-01-31', role: 'Serving' }],
    });
    expect(new Set(whole.notes.map((note) => note.text))).toEqual(new Set(['a note', 'another']));
    expect(whole.calendars).toHaveLength(1);
  });

  test('is deleted with all it kept, its submissions too, and its calendar reads nothing more', async () => {
    const { db } = api.database;
    const keeper = await keepers.signUp();
    const feed = await keepMuch(keeper);
    const { id: userId } = await db.user.findUniqueOrThrow({ where: { email: keeper.email } });
    const where = { where: { userId } };
    const left = () =>
      Promise.all([
        db.bookmark.count(where),
        db.note.count(where),
        db.asked.count(where),
        db.calendarFeed.count(where),
        db.submission.count(where),
      ]);
    expect(await left()).toEqual([1, 2, 1, 1, 1]);
    const deleted = await api.call('POST /api/auth/delete-user', { ...keeper, body: { password } });
    expect(deleted.status).toBe(200);
    expect(await left()).toEqual([0, 0, 0, 0, 0]);
    expect((await keepers.feedOf(feed)).status).toBe(404);
  });
});
