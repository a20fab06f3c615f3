import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addressHeader, directHeader } from '#app/_session/client-address.ts';
import { openTestApi, type TestApi } from '../harness/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api?.close());
beforeEach(async () => {
  await api.database.db.submission.deleteMany();
  await api.database.db.judge.deleteMany();
  await api.database.db.$executeRaw`delete from graphile_worker._private_jobs`;
});

/** It tells what it has heard of within a second, which on a busy machine is not all: polled, as probes are. */
async function ready() {
  const answer = await api.call('GET /readyz');
  return [answer.status, ((await answer.json()) as { checks: object }).checks];
}

const all = { serving: true, database: true, migrations: true, queue: true, judge: true };
// A little ahead: what was seen "now" must not grow old while the test goes on.
const seen = (id: string, agoMs = -300_000) =>
  api.database.db.judge.create({ data: { id, seenAt: new Date(Date.now() - agoMs), workers: [] } });

test('alive without anything, ready only with a queue and a judge seen lately', async () => {
  const { db } = api.database;
  expect((await api.call('GET /healthz')).status).toBe(200);
  await seen('long ago', 3_600_000);
  await expect.poll(ready).toEqual([503, { ...all, judge: false }]);
  await seen('now');
  await expect.poll(ready).toEqual([200, all]);
  await db.$executeRaw`alter schema graphile_worker rename to elsewhere`;
  await expect.poll(ready).toEqual([503, { ...all, queue: false }]);
  await db.$executeRaw`alter schema elsewhere rename to graphile_worker`;
});

test('not ready while the database lacks a migration, or one of them failed; one more than we know does no harm', async () => {
  const { db } = api.database;
  await seen('now');
  const [first] = await db.$queryRaw<{ id: string }[]>`select id from _prisma_migrations limit 1`;
  await db.$executeRaw`update _prisma_migrations set finished_at = null where id = ${first?.id}`;
  await expect.poll(ready).toEqual([503, { ...all, migrations: false }]);
  await db.$executeRaw`update _prisma_migrations set finished_at = now() where id = ${first?.id}`;
  await db.$executeRaw`
    insert into _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count)
    values ('later', 'x', '29990101000000_later', now(), now(), 1)`;
  await expect.poll(ready).toEqual([200, all]);
  await db.$executeRaw`delete from _prisma_migrations where id = 'later'`;
  await db.$executeRaw`alter table _prisma_migrations rename to elsewhere`;
  await expect.poll(ready).toEqual([503, { ...all, migrations: false }]);
  await db.$executeRaw`alter table elsewhere rename to _prisma_migrations`;
});

test('a database that answers nothing makes no probe hang: not ready, metrics without it, and both again when it is back', async () => {
  await seen('now');
  // As a stopped Postgres looks from here: every connection of the site waits for an answer.
  const { db } = api.site;
  const [gate] = await db.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  expect(gate?.pid).toBeTypeOf('number');
  const holding = Array.from({ length: 10 }, () => db.$queryRaw`select pg_sleep(600)::text`.catch(() => 0));
  const nothing = { serving: true, database: false, migrations: false, queue: false, judge: false };
  expect(await ready()).toEqual([503, nothing]);
  expect(await ready()).toEqual([503, nothing]);
  expect(await scrape()).toContain('\nwhetstone_database_up 0\n');
  await api.database.db.$queryRaw`
    select pg_terminate_backend(pid)::text from pg_stat_activity where query like 'select pg_sleep(600)%' and pid <> pg_backend_pid()`;
  await Promise.all(holding);
  await expect.poll(ready).toEqual([200, all]);
  await expect.poll(scrape).toContain('\nwhetstone_database_up 1\n');
});

const here = { [addressHeader]: '127.0.0.1', [directHeader]: '1' };

async function scrape(): Promise<string> {
  return (await api.call('GET /metrics', { headers: here })).text();
}

test('metrics are what Prometheus reads: what waits, by kind and age, and no table is counted through', async () => {
  const { db } = api.database;
  await db.user.create({ data: { id: 'one', name: 'One', email: 'one@example.org' } });
  await db.problemVersion.create({ data: { id: 'v', slug: 'add', public: {}, secret: '', computedBy: '' } });
  const submission = { userId: 'one', slug: 'add', versionId: 'v', source: 'x' };
  await db.submission.createMany({
    data: [submission, submission, { ...submission, status: 'done', verdict: 'AC' }],
  });
  await db.$executeRaw`select graphile_worker.add_job('grade', '{}', run_at => now() - interval '90 s')`;
  await db.$executeRaw`select graphile_worker.add_job('grade', '{}')`;
  await seen('now');
  await api.call('GET /api/v1/problems/none');
  const answer = await api.call('GET /metrics', { headers: here });
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
  // What was asked a moment ago may be told again, and what takes longer than two seconds is left out.
  let text = '';
  const scrapeAgain = async () => {
    text = await scrape();
    return text;
  };
  await expect.poll(scrapeAgain).toContain('whetstone_queue_jobs{kind="grade",state="waiting"} 2\n');
  const sample = /^[a-z_][a-z0-9_]*(\{[a-z_]+="[^"\n]*"(,[a-z_]+="[^"\n]*")*\})? (\d+(\.\d+)?(e[+-]\d+)?)$/;
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(line.startsWith('#') ? /^# (HELP|TYPE) \w+ / : sample);
  const names = text.match(/^# TYPE (\w+)/gm)?.length;
  expect(text.match(/^# HELP (\w+) \S/gm)).toHaveLength(names ?? 0);
  expect(text).toContain('whetstone_submissions_pending{status="queued"} 2\n');
  expect(text).toContain('whetstone_judges 1\n');
  expect(
    Number(/whetstone_queue_oldest_seconds\{kind="grade"\} (\S+)/.exec(text)?.[1]),
  ).toBeGreaterThanOrEqual(90);
  expect(text).toContain(
    'whetstone_http_request_seconds_count{method="GET",route="/api/v1/problems/{slug}",status="404"} 1\n',
  );
});

test('metrics are for this machine alone, or for who has the token', async () => {
  const status = async (headers: Record<string, string>) =>
    (await api.call('GET /metrics', { headers })).status;
  expect(await status(here)).toBe(200);
  expect(await status({ ...here, [addressHeader]: '::1' })).toBe(200);
  expect(await status({ ...here, [addressHeader]: '192.0.2.1' })).toBe(404);
  expect(await status({ ...here, [directHeader]: '0' })).toBe(404);
  expect(await status({ ...here, [directHeader]: '' })).toBe(404);
  const kept = api.site.metricsToken;
  api.site.metricsToken = 'a token of some length';
  expect(await status(here)).toBe(404);
  expect(await status({ authorization: 'Bearer a token of some other' })).toBe(404);
  expect(await status({ authorization: 'Bearer a token of some length' })).toBe(200);
  api.site.metricsToken = kept;
});
