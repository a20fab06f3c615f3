import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readSiteConfig } from '#app/_session/config.ts';
import { openSite } from '#app/_session/site.ts';
import { GET } from '#app/api/v1/problems/route.ts';
import { openWatcher, submit } from '#judge/api.ts';
import type { Stations } from '#judge/grade.ts';
import { createWorker } from '#judge/worker.ts';
import { takeCensus } from '#prisma/census.ts';
import { beat, returnLostJobs } from '#prisma/judge.ts';
import { findSubmission } from '#prisma/submission.ts';
import { listWaiting } from '#prisma/waiting.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { type RunningJudge, startJudge } from '../harness/judge.ts';

let database: TestDatabase;
let judge: RunningJudge | undefined;
const userId = 'somebody';

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.user.create({ data: { id: userId, name: 'Somebody', email: 'somebody@example.org' } });
  await publishAdding(database.db);
});
afterEach(async () => {
  await judge?.stop();
  judge = undefined;
  await database.db.submission.deleteMany();
  await database.db.judge.deleteMany();
  await database.db.$executeRaw`delete from graphile_worker._private_jobs`;
});
afterAll(() => database.drop());

async function send(): Promise<string> {
  const reply = await submit(database.db, { userId, problem: 'add', source: solutions.AC });
  if (reply.kind !== 'queued') throw new Error(reply.kind);
  return reply.id;
}

/** What a restart of Postgres does to everybody: the queue's connections, those that listen, those that lie idle. */
async function cutConnections(): Promise<number> {
  const rows = await database.db.$queryRaw<unknown[]>`
    select pg_terminate_backend(pid)::text from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  return rows.length;
}

test('a judge and a site that lose all their connections go on by themselves', async () => {
  const watcher = openWatcher(database.db, database.url);
  judge = await startJudge({ DATABASE_URL: database.url, WHETSTONE_CONCURRENCY: '2' });
  for (let round = 0; round < 3; round += 1) {
    expect(await cutConnections()).toBeGreaterThan(2);
    const kinds: string[] = [];
    const watched = watcher.watch(await send(), { after: 0, signal: AbortSignal.timeout(30_000) });
    for await (const event of watched) kinds.push(event.kind);
    expect(kinds.at(-1)).toBe('verdict');
  }
  expect(judge.process.exitCode).toBeNull();
  await watcher.close();
}, 90_000);

test('jobs in the name of nobody who lives return to the queue, others stay where they are', async () => {
  const { db } = database;
  const [lost, kept, young, late] = [await send(), await send(), await send(), await send()];
  const [spent, lostAndSpent] = [await send(), await send()];
  const lock = (key: string, by: string, seconds: number) => db.$executeRaw`
    update graphile_worker._private_jobs
    set locked_by = ${by}, locked_at = now() - make_interval(secs => ${seconds}::float8) where key = ${key}`;
  await lock(lost, 'pool-of-the-dead', 60);
  await lock(kept, 'pool-of-the-living', 60);
  await db.$executeRaw`
    update graphile_worker._private_jobs set attempts = 25, run_at = now() + interval '6 hours' where key = ${late}`;
  // The queue counts a judge that was killed as a try, and gives a job up after 25.
  await db.$executeRaw`
    update graphile_worker._private_jobs set attempts = 25 where key in (${spent}, ${lostAndSpent})`;
  await lock(lostAndSpent, 'pool-of-the-dead', 60);
  await lock(young, 'pool-not-told-yet', 1);

  // It waits all the same, and its sender is told how long the line is.
  expect(await listWaiting(db)).toContain(spent);
  const waiting = (await takeCensus(db)).queue.reduce((total, { waiting }) => total + waiting, 0);
  expect(waiting).toBe(2);

  // Last of all: neither it nor the young lock may grow old meanwhile.
  await beat(db, { id: 'living', workers: ['pool-of-the-living'] });
  expect(await returnLostJobs(db)).toBe(2);
  expect(await returnLostJobs(db)).toBe(0);
  const jobs = await db.$queryRaw<
    { key: string; locked_by: string | null; due: boolean; attempts: number }[]
  >`
    select key, locked_by, run_at <= now() as due, attempts from graphile_worker.jobs`;
  const of = (key: string) => jobs.find((job) => job.key === key);
  expect(of(lost)).toMatchObject({ locked_by: null, due: true });
  expect(of(kept)).toMatchObject({ locked_by: 'pool-of-the-living' });
  expect(of(young)).toMatchObject({ locked_by: 'pool-not-told-yet' });
  for (const key of [late, spent, lostAndSpent])
    expect(of(key)).toMatchObject({ locked_by: null, due: true, attempts: 1 });
  expect(await returnLostJobs(db)).toBe(0);
});

test('who lost the lease writes nothing and leaves the job to who has it now', async () => {
  const { db } = database;
  const id = await send();
  const compile = async () => {
    // Another judge has taken over while this one graded.
    await db.submission.update({ where: { id }, data: { leaseBy: 'another' } });
    return { kind: 'rejected', diagnostics: [] };
  };
  const said: string[] = [];
  const worker = createWorker({
    db,
    stations: { compiler: { compile } } as unknown as Stations,
    judge: 'late',
    log: (_level, message) => void said.push(message),
  });
  await expect(worker.gradeSubmission(id)).rejects.toMatchObject({ code: 'LEASE_LOST' });
  expect(said).toContain('lease lost');
  expect(await findSubmission(db, id)).toMatchObject({ leaseBy: 'another', verdict: null, failures: 0 });
});

test('a submission is seen running, not compiling, as soon as it runs', async () => {
  const { db } = database;
  const id = await send();
  let seen: string | undefined;
  const stations = {
    compiler: { compile: async () => ({ kind: 'compiled', javascript: '' }) },
    sandboxes: {
      async *run() {
        while (seen !== 'running') seen = (await findSubmission(db, id))?.status;
        yield* [];
      },
    },
  } as unknown as Stations;
  const worker = createWorker({ db, stations, judge: 'quick', log: () => undefined });
  await expect(worker.gradeSubmission(id)).rejects.toMatchObject({ code: 'BROKEN_SANDBOX' });
  expect(seen).toBe('running');
});

test('who asks while the database is away is told to come again, and whoever runs the site why', async () => {
  const away = openSite(
    readSiteConfig({
      NODE_ENV: 'test',
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
      BETTER_AUTH_SECRET: 'a secret of thirty-two characters',
    }),
  );
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  Object.assign(globalThis, { whetstone: away });
  try {
    const response = await GET(new Request('http://localhost/api/v1/problems'), {
      params: Promise.resolve({}),
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
    expect(told).toHaveBeenCalled();
  } finally {
    Object.assign(globalThis, { whetstone: undefined });
    await away.watcher.close();
    await away.db.$disconnect();
  }
});
