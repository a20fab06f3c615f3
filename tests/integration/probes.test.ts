import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../harness/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api?.close());

async function ready() {
  const answer = await api.call('GET /readyz');
  return [answer.status, ((await answer.json()) as { checks: object }).checks];
}

test('alive without anything, ready only with a queue and a judge seen lately', async () => {
  const { db } = api.database;
  expect((await api.call('GET /healthz')).status).toBe(200);
  expect(await ready()).toEqual([503, { database: true, queue: true, judge: false }]);
  await db.judge.create({ data: { id: 'one', seenAt: new Date(), workers: [] } });
  expect(await ready()).toEqual([200, { database: true, queue: true, judge: true }]);
  await db.judge.update({ where: { id: 'one' }, data: { seenAt: new Date(Date.now() - 3_600_000) } });
  expect(await ready()).toEqual([503, { database: true, queue: true, judge: false }]);
  await db.$executeRaw`alter schema graphile_worker rename to elsewhere`;
  expect(await ready()).toEqual([503, { database: true, queue: false, judge: false }]);
  await db.$executeRaw`alter schema elsewhere rename to graphile_worker`;
});

test('metrics are what Prometheus reads', async () => {
  const { db } = api.database;
  await db.user.create({ data: { id: 'one', name: 'One', email: 'one@example.org' } });
  await db.problemVersion.create({ data: { id: 'v', slug: 'add', public: {}, secret: '', computedBy: '' } });
  const submission = { userId: 'one', slug: 'add', versionId: 'v', source: 'x' };
  await db.submission.createMany({
    data: [submission, submission, { ...submission, status: 'done', verdict: 'AC' }],
  });
  await db.$executeRaw`select graphile_worker.add_job('grade', '{}')`;
  const answer = await api.call('GET /metrics');
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# TYPE \w+ gauge|whetstone_\w+(\{\w+="\w+"\})? [\d.]+)$/);
  expect(text).toContain('whetstone_submissions{status="queued"} 2\n');
  expect(text).toContain('whetstone_verdicts{verdict="AC"} 1\n');
  expect(text).toContain('whetstone_queue_depth 1\n');
});
