import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApi, type TestApi, type Visitor } from '../harness/api.ts';
import { question } from '../harness/keeping.ts';
import { letIn } from '../harness/people.ts';
import { entry } from '../harness/practising.ts';

let api: TestApi;
let visitor: Visitor;
beforeAll(async () => {
  api = await openTestApi();
  const [token = ''] = await letIn(api.database.db, { count: 1, name: 'teacher' });
  await api.database.db.user.updateMany({ data: { role: 'instructor' } });
  visitor = { token };
});
afterAll(() => api?.close());

const settings = { newPerDay: 2, reviewsPerDay: 50, timeZone: 'UTC' };
const moment = (day: string) => `${day}T12:00:00Z`;

/** Every door that takes a date, and what it is sent of a day. */
const doors: [door: string, bodyOf: (day: string) => object][] = [
  ['POST /api/v1/practice/entries', (day) => ({ entries: [entry({ at: moment(day) })] })],
  ['PUT /api/v1/practice/settings', (day) => ({ ...settings, interviewOn: day })],
  [`POST ${question}/asked`, (day) => ({ askedOn: day })],
  ['POST /api/v1/rejudgings/count', (day) => ({ since: moment(day) })],
  ['POST /api/v1/rejudgings/count', (day) => ({ until: moment(day) })],
];

describe.each(doors)('%s, sent a day', (door, bodyOf) => {
  const send = (day: string, headers = {}) => api.call(door, { ...visitor, body: bodyOf(day), headers });

  test.each(['0000-01-01', '0026-07-01', '1969-12-31', '2100-01-01', '9999-12-31'])(
    '%s, says in both languages that it can’t be',
    async (day) => {
      const [en, zh] = [await send(day), await send(day, { 'accept-language': 'zh' })];
      expect([en.status, zh.status]).toEqual([400, 400]);
      expect(await en.text()).toContain('1970 to 2099');
      expect(await zh.text()).toContain('1970 到 2099');
    },
  );

  test('yesterday, is told once that this is no date', async () => {
    const answer = await send('yesterday');
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as { error: { fields: object[] } };
    expect(error.fields).toHaveLength(1);
  });

  test.each(['1970-01-01', '2026-02-28', '2099-12-31'])('%s, takes it', async (day) => {
    expect((await send(day)).ok).toBe(true);
  });
});

test('a time far from Greenwich, where Postgres knows no clock, chooses submissions all the same', async () => {
  const body = { since: '2026-01-01T00:00:00+23:59', until: '2026-02-01T00:00:00-23:59' };
  expect((await api.call('POST /api/v1/rejudgings/count', { ...visitor, body })).status).toBe(200);
});
