import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestApi, type TestApi, type Visitor } from '../harness/api.ts';
import { question } from '../harness/keeping.ts';
import { letIn } from '../harness/people.ts';

let api: TestApi;
let visitor: Visitor;
beforeAll(async () => {
  api = await openTestApi();
  const [token = ''] = await letIn(api.database.db, { count: 1, name: 'reader' });
  visitor = { token };
});
afterAll(() => api?.close());

/** Doors that read the questions once and remember them. */
const calls: [door: string, body?: object][] = [
  ['GET /api/v1/anki'],
  ['GET /api/v1/practice'],
  ['POST /api/v1/mocks', { minutes: 20 }],
  [`PUT ${question}/bookmark`, { bookmarked: true }],
];

test('questions that could not be read once are read again by whoever asks next', async () => {
  const ask = async () => {
    const statuses: number[] = [];
    for (const [door, body] of calls) statuses.push((await api.call(door, { ...visitor, body })).status);
    return statuses;
  };
  // Loads the handlers: nobody is let in, and nothing read.
  for (const [door] of calls.slice(1)) expect((await api.call(door)).status).toBe(401);
  await api.call('GET /api/v1/anki?language=none');

  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process, 'cwd').mockReturnValue('/nowhere');
  expect(await ask()).toEqual(calls.map(() => 500));
  vi.restoreAllMocks();
  expect(await ask()).toEqual([200, 200, 201, 200]);
});
