import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWatcher, submit, type Watcher } from '#judge/api.ts';
import type { Stations } from '#judge/grade.ts';
import type { RunRequest, SandboxPool, TestClaim } from '#judge/sandbox.ts';
import { createWorker } from '#judge/worker.ts';
import type { Submission } from '#prisma/generated/client.ts';
import { findSubmission, finish, lease, renewLease } from '#prisma/submission.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { countFinished } from '../harness/finished.ts';
import { type RunningJudge, startJudge } from '../harness/judge.ts';

let database: TestDatabase;
let finished: () => Promise<Map<string, number>>;
const userId = 'somebody';

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.user.create({ data: { id: userId, name: 'Somebody', email: 'somebody@example.org' } });
  await publishAdding(database.db);
  finished = await countFinished(database.db);
});

const judges = new Set<RunningJudge>();
let watcher: Watcher | undefined;
afterEach(async () => {
  await watcher?.close();
  watcher = undefined;
  for (const judge of judges) await judge.stop();
  judges.clear();
  await database.db.submission.deleteMany();
  await database.db.$executeRaw`delete from graphile_worker._private_jobs`;
});
afterAll(() => database.drop());

async function startOne(): Promise<RunningJudge> {
  const judge = await startJudge({ DATABASE_URL: database.url, WHETSTONE_CONCURRENCY: '2' });
  judges.add(judge);
  return judge;
}

async function send(source: string): Promise<string> {
  const reply = await submit(database.db, { userId, problem: 'add', source });
  if (reply.kind !== 'queued') throw new Error(reply.kind);
  return reply.id;
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const all = () => database.db.submission.findMany({ orderBy: { id: 'asc' } });
const done = (rows: Submission[]) => rows.filter((row) => row.status === 'done').length;

test('a submission and its job are written together or not at all', async () => {
  const jobs = async () =>
    Number(
      (await database.db.$queryRaw<{ n: bigint }[]>`select count(*) n from graphile_worker._private_jobs`)[0]
        ?.n,
    );
  const id = await send(solutions.AC);
  expect(await findSubmission(database.db, id)).toMatchObject({
    status: 'queued',
    verdict: null,
    slug: 'add',
  });
  expect(await jobs()).toBe(1);

  const refused = [
    { problem: 'no-such-problem', source: solutions.AC },
    { problem: 'add', source: `//${'x'.repeat(16 * 1024)}` },
    { problem: 'add', source: 'a\0b' },
  ];
  const replies = await Promise.all(refused.map((request) => submit(database.db, { userId, ...request })));
  expect(replies).toEqual([
    { kind: 'unknown-problem' },
    { kind: 'too-large', limitKiB: 16 },
    { kind: 'not-text' },
  ]);
  await expect(
    submit(database.db, { userId: 'nobody', problem: 'add', source: solutions.AC }),
  ).rejects.toThrow();
  expect(await jobs()).toBe(1);
  expect(await all()).toHaveLength(1);
});

test('a lease is held by one judge, and without it nothing is written', async () => {
  const { db } = database;
  const submissionId = await send(solutions.AC);
  const ours = { submissionId, judge: 'ours' };
  const theirs = { submissionId, judge: 'theirs' };
  const columns = { verdict: 'AC', score: 100, maxScore: 100, cpuMs: 1, memoryKib: 1, result: {} };
  const verdict = { columns, announcement: { channel: 'test', payload: '' } };
  expect(await lease(db, ours)).toMatchObject({ kind: 'leased', submission: { leases: 1 } });
  expect(await lease(db, theirs)).toEqual({ kind: 'held' });
  expect(await renewLease(db, ours)).toBe(true);
  expect(await finish(db, theirs, verdict)).toBe(false);

  await db.submission.update({ where: { id: submissionId }, data: { leaseUntil: new Date(0) } });
  expect(await renewLease(db, ours)).toBe(false);
  expect(await finish(db, ours, verdict)).toBe(false);
  expect(await lease(db, theirs)).toMatchObject({ kind: 'leased', submission: { leases: 2 } });
  expect(await finish(db, ours, verdict)).toBe(false);
  expect(await finish(db, theirs, verdict)).toBe(true);
  expect(await finish(db, theirs, verdict)).toBe(false);
  expect(await lease(db, ours)).toEqual({ kind: 'done' });
});

const broken = { compiler: { compile: () => Promise.reject(new Error('broken')) } } as unknown as Stations;

test('trouble of ours is tried once more and then told as a judge error', async () => {
  const worker = createWorker({ db: database.db, stations: broken, judge: 'broken', log: () => undefined });
  const id = await send(solutions.AC);
  await expect(worker.gradeSubmission(id)).rejects.toThrow('broken');
  expect(await findSubmission(database.db, id)).toMatchObject({
    status: 'queued',
    failures: 1,
    leaseBy: null,
  });
  await worker.gradeSubmission(id);
  expect(await findSubmission(database.db, id)).toMatchObject({ status: 'done', verdict: 'JE' });
});

test('what a judge was about to take when it stops goes back to the queue as well', async () => {
  const { db } = database;
  const worker = createWorker({ db, stations: broken, judge: 'stopping', log: () => undefined });
  const id = await send(solutions.AC);
  const waiting = async () => {
    const rows = await db.$queryRaw<unknown[]>`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return rows.length;
  };
  const [grading, given] = await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 from submission where id = ${id}::uuid for update`;
      const taking = expect(worker.gradeSubmission(id)).rejects.toThrow('broken');
      await expect.poll(waiting).toBe(1);
      // Wrapped: a promise would be waited for.
      return [{ taking }, { giving: worker.giveBack() }] as const;
    },
    { timeout: 30_000 },
  );
  await given.giving;
  expect(await findSubmission(db, id)).toMatchObject({ status: 'queued', leaseBy: null });
  await grading.taking;
});

test('where a long grading loses its judge, the next one goes on with what is left', async () => {
  const { db } = database;
  const asked: string[] = [];
  const adds = async function* (request: RunRequest, index = 0): AsyncGenerator<TestClaim> {
    for (const { args } of request.tests.slice(index)) {
      const { x, y } = args as { x: number; y: number };
      asked.push(`${x} + ${y}`);
      const outcome = { kind: 'returned', output: x + y } as const;
      // A column of JSON takes no NUL.
      yield { index: index++, outcome, cpuMs: 1, memoryKiB: 1, console: '\0' };
    }
  };
  const dead = Promise.withResolvers<never>();
  const workerWith = (judge: string, run: SandboxPool['run']) => {
    const stations = {
      compiler: { compile: async () => ({ kind: 'compiled', javascript: '' }) },
      sandboxes: { run },
    } as unknown as Stations;
    return createWorker({ db, stations, judge, log: () => undefined });
  };
  const first = workerWith('first', async function* (request) {
    await new Promise((slow) => setTimeout(slow, 1100));
    for await (const claim of adds(request)) {
      // The sample and a group are over.
      if (claim.index === 3) await dead.promise;
      yield claim;
    }
  });
  const id = await send(solutions.AC);
  // Who gets further is not held to have killed those before.
  await db.submission.update({ where: { id }, data: { leases: 39 } });
  const firstGrading = first.gradeSubmission(id);
  await waitUntil(async () => (await findSubmission(db, id))?.soFar !== null);
  await db.submission.update({ where: { id }, data: { leaseUntil: new Date(0) } });
  asked.length = 0;
  await workerWith('second', (request) => adds(request)).gradeSubmission(id);
  expect(asked).toEqual(['2 + 3', '0 + 0', '1000000000 + 1000000000', '-1000000000000 + 1']);
  expect(await findSubmission(db, id)).toMatchObject({ verdict: 'AC', score: 100, soFar: null });
  dead.reject(new Error('killed'));
  await expect(firstGrading).rejects.toThrow('killed');
  expect(await findSubmission(db, id)).toMatchObject({ verdict: 'AC', failures: 0 });
});

test('a watcher is told status, tests and verdict, and one that comes back is told what it missed', async ({
  signal,
}) => {
  watcher = openWatcher(database.db, database.url);
  const { watch } = watcher;
  const id = await send(solutions.AC);
  const following = watch(id, { after: 0, signal });
  // Before there is a judge that could take it.
  const { value: first } = await following.next();
  expect(first).toEqual({ kind: 'status', status: 'queued', total: 5, ahead: 0 });
  const rest = Array.fromAsync(following);
  await startOne();
  const events = await rest;
  const tests = events.filter((event) => event.kind === 'test');
  expect(tests.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5]);
  expect(tests.map((event) => event.test.name)).toEqual([
    'sample/0',
    'small/0',
    'small/1',
    'large/0',
    'large/1',
  ]);
  expect(events.at(-1)).toMatchObject({ kind: 'verdict', verdict: { verdict: 'AC', score: 100 } });

  const again = await Array.fromAsync(watch(id, { after: 3, signal }));
  expect(again.map((event) => (event.kind === 'test' ? event.seq : event.kind))).toEqual([4, 5, 'verdict']);
});

test('who waits is told how many are before, and that they become fewer', async () => {
  watcher = openWatcher(database.db, database.url);
  const first = await send(solutions.AC);
  await send(solutions.AC);
  const last = await send(solutions.AC);
  const events = watcher.watch(last, { after: 0, signal: AbortSignal.timeout(30_000) });
  const nextPlace = async () => {
    const { value } = await events.next();
    // No judge is at work here, which is told between.
    return value?.kind === 'unattended' ? (await events.next()).value : value;
  };
  expect(await nextPlace()).toEqual({ kind: 'status', status: 'queued', total: 5, ahead: 2 });
  await database.db.$executeRaw`select graphile_worker.remove_job(${first})`;
  expect(await nextPlace()).toEqual({ kind: 'status', status: 'queued', total: 5, ahead: 1 });
  await events.return(undefined);
});

test('a watcher of nothing is told nothing', async () => {
  watcher = openWatcher(database.db, database.url);
  const id = '00000000-0000-7000-8000-000000000000';
  const events = watcher.watch(id, { after: 0, signal: AbortSignal.timeout(5000) });
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test('a judge is killed in the middle of 50 submissions: each ends with its right verdict, exactly once', async () => {
  const kinds = ['AC', 'WA', 'AC', 'RTE', 'AC', 'CE', 'AC', 'WA', 'TLE', 'AC'] as const;
  const wanted = new Map<string, string>();
  for (let i = 0; i < 50; i++) {
    const kind = kinds[i % kinds.length] ?? 'AC';
    wanted.set(await send(solutions[kind]), kind);
  }
  await database.db.$transaction(
    async (tx) => {
      // The last one can't be taken before this ends: however late the judge is killed, it isn't through with all.
      await tx.$queryRaw`select id from submission order by id desc limit 1 for update`;
      const first = await startOne();
      await waitUntil(async () => done(await all()) >= 10);
      await first.stop('SIGKILL');
      expect(done(await all())).toBeLessThan(50);
    },
    { timeout: 120_000 },
  );

  await startOne();
  await waitUntil(async () => done(await all()) === 50);
  const rows = await all();
  expect(new Map(rows.map((row) => [row.id, row.verdict]))).toEqual(wanted);
  const counts = await finished();
  expect([...wanted.keys()].map((id) => counts.get(id))).toEqual(Array.from({ length: 50 }, () => 1));
}, 180_000);
