import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWatcher, submit } from '#judge/api.ts';
import { announcementOf, listenForHints } from '#judge/events.ts';
import type { Stations } from '#judge/grade.ts';
import {
  applyRejudging,
  countRejudging,
  createRejudging,
  discardRejudging,
  listSets,
  type Preview,
  previewRejudging,
} from '#judge/rejudge.ts';
import type { SubmissionEvent } from '#judge/verdict.ts';
import { createWorker } from '#judge/worker.ts';
import { type Choice, notifyAll, type Target } from '#prisma/rejudging.ts';
import { finishRejudgment, leaseRejudgment, listFormerResults, renewRejudgment } from '#prisma/rejudgment.ts';
import { findSubmission } from '#prisma/submission.ts';
import { adding, publishAdding, publishMistakenAdding, solutions } from '../harness/adding.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
let mistaken: string;
const userId = 'somebody';
const decidedBy = 'teacher';

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await db.user.create({ data: { id: userId, name: 'Somebody', email: 'somebody@example.org' } });
  await db.user.create({ data: { id: 'another', name: 'Another', email: 'another@example.org' } });
  await db.user.create({ data: { id: decidedBy, name: 'Teacher', email: 'teacher@example.org' } });
  await publishAdding(db);
});

const judges = new Set<ChildProcess>();
afterEach(async () => {
  for (const judge of judges) await stop(judge, 'SIGTERM');
  await database.db.submission.deleteMany();
  await database.db.rejudging.deleteMany();
  await database.db.$executeRaw`delete from graphile_worker._private_jobs`;
});
afterAll(() => database.drop());

async function startJudge(): Promise<ChildProcess> {
  const judge = spawn(process.execPath, ['judge/main.ts'], {
    env: { NODE_ENV: 'test', DATABASE_URL: database.url, WHETSTONE_CONCURRENCY: '2' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  judges.add(judge);
  judge.once('exit', () => judges.delete(judge));
  for await (const chunk of judge.stdout) if (String(chunk).includes('judge: ready')) break;
  return judge;
}

async function stop(judge: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (judge.exitCode !== null || judge.signalCode !== null) return;
  judge.kill(signal);
  await once(judge, 'exit');
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

async function send(kind: keyof typeof solutions, by = userId): Promise<string> {
  const reply = await submit(database.db, { userId: by, problem: 'add', source: solutions[kind] });
  if (reply.kind !== 'queued') throw new Error(reply.kind);
  return reply.id;
}

/** Submissions to the mistaken version, all judged; then the right version is the current one. */
async function judgedByMistake(kinds: (keyof typeof solutions)[]): Promise<string[]> {
  const { db } = database;
  mistaken = await publishMistakenAdding(db);
  const ids: string[] = [];
  for (const kind of kinds) ids.push(await send(kind));
  await waitUntil(async () => (await db.submission.count({ where: { status: 'done' } })) === kinds.length);
  await publishAdding(db);
  return ids;
}

async function create(choice: Choice, target: Target = 'current'): Promise<{ id: string; count: number }> {
  const reply = await createRejudging(database.db, {
    choice,
    target,
    reason: 'a test wanted 0',
    createdBy: decidedBy,
  });
  if (reply.kind !== 'created') throw new Error(reply.kind);
  return reply;
}

async function preview(id: string, filter = {}): Promise<Preview> {
  const found = await previewRejudging(database.db, id, { count: 50, ...filter });
  if (!found) throw new Error(`no rejudging ${id}`);
  return found;
}

async function judged(id: string): Promise<Preview> {
  await waitUntil(async () => {
    const { progress } = await preview(id);
    return progress.judged === progress.total;
  });
  return preview(id);
}

const rows = () => database.db.submission.findMany({ orderBy: { id: 'asc' } });

test('a corrected problem: judged again, compared, applied; the old results are kept and readers are told', async () => {
  const { db } = database;
  await startJudge();
  const [right = '', wrong = '', throws = ''] = await judgedByMistake(['AC', 'WA', 'RTE', 'CE']);
  const before = await rows();
  expect(before.map(({ verdict, score }) => [verdict, score])).toEqual([
    ['WA', 40],
    ['WA', 0],
    ['RTE', 0],
    ['CE', 0],
  ]);

  const { id, count } = await create({ problem: 'add', version: mistaken });
  expect(count).toBe(4);
  const { matrix, progress, cpu, differences, next } = await judged(id);
  expect(matrix).toEqual([
    { old: 'CE', new: 'CE', count: 1 },
    { old: 'RTE', new: 'RTE', count: 1 },
    { old: 'WA', new: 'AC', count: 1 },
    { old: 'WA', new: 'WA', count: 1 },
  ]);
  expect(progress).toMatchObject({
    total: 4,
    judged: 4,
    queued: 0,
    differing: 2,
    conflicts: 0,
    judgeErrors: 0,
  });
  expect(cpu?.compared).toBe(2);
  expect(next).toBeNull();
  expect(differences).toMatchObject([
    {
      submissionId: right,
      userName: 'Somebody',
      oldVerdict: 'WA',
      verdict: 'AC',
      oldScore: 40,
      score: 100,
      conflict: false,
      changes: [{ name: 'large/0', old: 'WA', new: 'AC' }],
    },
    {
      submissionId: wrong,
      oldVerdict: 'WA',
      verdict: 'WA',
      oldScore: 0,
      score: 0,
      changes: [{ name: 'large/0', old: 'AC', new: 'WA' }],
    },
  ]);
  expect((await preview(id, { old: 'RTE' })).differences).toMatchObject([
    { submissionId: throws, changes: [] },
  ]);
  expect((await preview(id, { count: 1 })).next).toBe(right);
  expect((await preview(id, { count: 1, after: right })).differences).toMatchObject([
    { submissionId: wrong },
  ]);
  // Until it is applied, nothing has happened.
  expect(await rows()).toEqual(before);

  const hints = listenForHints(database.url);
  const heard = new Promise((resolve) => hints.subscribe(right, resolve));
  // What is not listening yet hears nothing: another submission's hint tells when it does.
  let listening = false;
  hints.subscribe(wrong, () => {
    listening = true;
  });
  const { channel, payload } = announcementOf({ id: wrong, status: 'done', judged: [] });
  await waitUntil(async () => {
    await notifyAll(db, { channel, payloads: [payload] });
    return listening;
  });
  expect(await applyRejudging(db, { id, decidedBy, partial: false })).toEqual({
    kind: 'applied',
    applied: 4,
    conflicts: 0,
    leftOut: 0,
  });
  await heard;
  await hints.close();
  const after = await rows();
  expect(after.map(({ verdict, score, versionId }) => [verdict, score, versionId])).toEqual([
    ['AC', 100, adding.version],
    ['WA', 0, adding.version],
    ['RTE', 0, adding.version],
    ['CE', 0, adding.version],
  ]);
  expect(await listFormerResults(db, right)).toMatchObject([
    { rejudgingId: id, oldVersionId: mistaken, oldVerdict: 'WA', oldScore: 40, oldResult: before[0]?.result },
  ]);
  // Asked again it says the same and does nothing.
  expect(await applyRejudging(db, { id, decidedBy: null, partial: true })).toMatchObject({ applied: 4 });
  expect(await discardRejudging(db, { id, decidedBy })).toEqual({ kind: 'applied' });
  expect(await rows()).toEqual(after);
  expect((await preview(id)).rejudging).toMatchObject({ state: 'applied', decidedBy: { name: 'Teacher' } });
});

test('what is chosen fits all that was asked for, and never what is still being judged', async () => {
  const { db } = database;
  const judge = await startJudge();
  const [right = '', wrong = ''] = await judgedByMistake(['AC', 'WA', 'CE']);
  await stop(judge, 'SIGTERM');
  const waiting = await send('AC', 'another');
  const middle = (await findSubmission(db, wrong))?.createdAt.toISOString();
  const count = (choice: Choice) => countRejudging(db, choice);
  expect(await count({})).toBe(0);
  expect(await count({ problem: 'add' })).toBe(3);
  expect(await count({ problem: 'prune' })).toBe(0);
  expect(await count({ version: mistaken })).toBe(3);
  expect(await count({ version: adding.version })).toBe(0);
  expect(await count({ verdicts: ['CE', 'AC'] })).toBe(1);
  expect(await count({ verdicts: ['WA'], since: middle })).toBe(1);
  expect(await count({ problem: 'add', until: middle })).toBe(1);
  expect(await count({ user: 'another' })).toBe(0);
  expect(await count({ submissions: [right, waiting] })).toBe(1);
  expect(await createRejudging(db, { choice: {}, target: 'same', reason: 'x', createdBy: null })).toEqual({
    kind: 'no-choice',
  });
  const none = { choice: { user: 'another' }, target: 'same', reason: 'x', createdBy: null } as const;
  expect(await createRejudging(db, none)).toEqual({ kind: 'none' });
  expect(await db.rejudging.count()).toBe(0);
});

test('the same version as before gives the same verdicts; a set that is discarded changes nothing and grades no more', async () => {
  const { db } = database;
  const judge = await startJudge();
  await judgedByMistake(['AC', 'WA']);
  const before = await rows();
  const same = await create({ problem: 'add' }, 'same');
  expect((await judged(same.id)).progress).toMatchObject({ judged: 2, differing: 0 });
  await stop(judge, 'SIGTERM');

  const { id } = await create({ problem: 'add' });
  const jobs = () => db.$queryRaw<{ n: number }[]>`select count(*)::int n from graphile_worker._private_jobs`;
  expect(await jobs()).toEqual([{ n: 2 }]);
  expect(await discardRejudging(db, { id, decidedBy })).toEqual({ kind: 'discarded' });
  expect(await discardRejudging(db, { id, decidedBy })).toEqual({ kind: 'discarded' });
  expect(await jobs()).toEqual([{ n: 0 }]);
  expect(await applyRejudging(db, { id, decidedBy, partial: true })).toEqual({ kind: 'discarded' });
  expect(await rows()).toEqual(before);
  expect((await preview(id)).progress).toMatchObject({ total: 2, judged: 0, dropped: 2 });
  expect(await db.rejudgment.findMany({ where: { rejudgingId: id } })).toMatchObject([
    { oldResult: before[0]?.result },
    { oldResult: before[1]?.result },
  ]);
  expect((await listSets(db, { count: 10 })).map(({ rejudging }) => rejudging.state)).toEqual([
    'discarded',
    'open',
  ]);
});

test('what another set has changed meanwhile is told as a conflict and left as it is', async () => {
  const { db } = database;
  await startJudge();
  const [right = '', wrong = ''] = await judgedByMistake(['AC', 'WA']);
  const all = await create({ problem: 'add' });
  const one = await create({ submissions: [right] });
  await judged(all.id);
  await judged(one.id);
  await applyRejudging(db, { id: one.id, decidedBy, partial: false });
  const applied = await findSubmission(db, right);

  const { progress, differences } = await preview(all.id);
  expect(progress.conflicts).toBe(1);
  expect(differences.find(({ conflict }) => conflict)?.submissionId).toBe(right);
  expect(await applyRejudging(db, { id: all.id, decidedBy, partial: false })).toEqual({
    kind: 'applied',
    applied: 1,
    conflicts: 1,
    leftOut: 0,
  });
  expect(await findSubmission(db, right)).toEqual(applied);
  expect((await findSubmission(db, wrong))?.versionId).toBe(adding.version);
  expect(await listFormerResults(db, right)).toHaveLength(1);
});

test('two sets applied at the same moment: each submission gets one of the results, and the other set is told', async () => {
  const { db } = database;
  await startJudge();
  await judgedByMistake(['AC', 'WA', 'RTE']);
  const sets = [await create({ problem: 'add' }), await create({ problem: 'add' })];
  for (const { id } of sets) await judged(id);
  const replies = await Promise.all(
    sets.map(({ id }) => applyRejudging(db, { id, decidedBy, partial: false })),
  );
  expect(replies.map((reply) => reply.kind === 'applied' && [reply.applied, reply.conflicts]).sort()).toEqual(
    [
      [0, 3],
      [3, 0],
    ],
  );
});

test('what is not judged yet, or could not be judged, stops applying unless it is left out', async () => {
  const { db } = database;
  const judge = await startJudge();
  const [right = '', wrong = ''] = await judgedByMistake(['AC', 'WA', 'RTE']);
  await stop(judge, 'SIGTERM');
  const before = await rows();
  const { id } = await create({ problem: 'add' });
  expect(await applyRejudging(db, { id, decidedBy, partial: false })).toEqual({
    kind: 'unfinished',
    waiting: 3,
    judgeErrors: 0,
  });
  const broken = { compiler: { compile: () => Promise.reject(new Error('broken')) } } as unknown as Stations;
  const worker = createWorker({ db, stations: broken, judge: 'broken', log: () => undefined });
  const rejudgmentOf = (submissionId: string) =>
    db.rejudgment.findFirstOrThrow({ where: { rejudgingId: id, submissionId } });
  const failing = await rejudgmentOf(right);
  // Trouble of ours is tried once more and then told, as with a submission.
  await expect(worker.regrade(failing.id)).rejects.toThrow('broken');
  expect(await rejudgmentOf(right)).toMatchObject({ status: 'queued', failures: 1, leaseBy: null });
  await worker.regrade(failing.id);
  expect(await rejudgmentOf(right)).toMatchObject({ status: 'done', verdict: 'JE' });

  const { id: good } = await rejudgmentOf(wrong);
  const held = { rejudgmentId: good, judge: 'ours' };
  await leaseRejudgment(db, held);
  const columns = { verdict: 'WA', score: 7, maxScore: 100, cpuMs: 1, memoryKib: 1, result: { tests: [] } };
  expect(await finishRejudgment(db, held, columns)).toBe(true);
  expect(await applyRejudging(db, { id, decidedBy, partial: false })).toEqual({
    kind: 'unfinished',
    waiting: 1,
    judgeErrors: 1,
  });
  expect(await rows()).toEqual(before);
  expect(await applyRejudging(db, { id, decidedBy, partial: true })).toEqual({
    kind: 'applied',
    applied: 1,
    conflicts: 0,
    leftOut: 2,
  });
  const after = await rows();
  expect(after.map((row, index) => row.score === before[index]?.score)).toEqual([true, false, true]);
  // What was left out is out of the queue; the others were graded here without it.
  const jobs = await db.$queryRaw<{ key: string }[]>`select key from graphile_worker._private_jobs`;
  expect(new Set(jobs.map(({ key }) => key))).toEqual(new Set([failing.id, good]));
});

test('a rejudgment is held by one judge, and without the lease, or once its set is decided, nothing is written', async () => {
  const { db } = database;
  const judge = await startJudge();
  const [submissionId = ''] = await judgedByMistake(['AC']);
  await stop(judge, 'SIGTERM');
  const { id } = await create({ problem: 'add' });
  const { id: rejudgmentId } = await db.rejudgment.findFirstOrThrow({ where: { submissionId } });
  const ours = { rejudgmentId, judge: 'ours' };
  const theirs = { rejudgmentId, judge: 'theirs' };
  const columns = { verdict: 'AC', score: 100, maxScore: 100, cpuMs: 1, memoryKib: 1, result: {} };
  expect(await leaseRejudgment(db, ours)).toMatchObject({ kind: 'leased', submission: { leases: 1 } });
  expect(await leaseRejudgment(db, theirs)).toEqual({ kind: 'held' });
  expect(await renewRejudgment(db, ours)).toBe(true);
  expect(await finishRejudgment(db, theirs, columns)).toBe(false);
  await db.rejudgment.update({ where: { id: rejudgmentId }, data: { leaseUntil: new Date(0) } });
  expect(await renewRejudgment(db, ours)).toBe(false);
  expect(await leaseRejudgment(db, theirs)).toMatchObject({ kind: 'leased', submission: { leases: 2 } });
  expect(await finishRejudgment(db, ours, columns)).toBe(false);
  await discardRejudging(db, { id, decidedBy });
  expect(await finishRejudgment(db, theirs, columns)).toBe(false);
  expect(await leaseRejudgment(db, ours)).toEqual({ kind: 'done' });
});

test('a judge is killed in the middle of a set: each of it is judged all the same, and no submission was touched', async () => {
  const first = await startJudge();
  const kinds = ['AC', 'WA', 'RTE', 'TLE', 'CE'] as const;
  await judgedByMistake(Array.from({ length: 20 }, (_, i) => kinds[i % kinds.length] ?? 'AC'));
  const before = await rows();
  const { id } = await create({ problem: 'add' });
  await waitUntil(async () => (await preview(id)).progress.judged >= 3);
  await stop(first, 'SIGKILL');
  expect((await preview(id)).progress.judged).toBeLessThan(20);
  await startJudge();
  expect((await judged(id)).matrix).toEqual([
    { old: 'CE', new: 'CE', count: 4 },
    { old: 'RTE', new: 'RTE', count: 4 },
    { old: 'TLE', new: 'TLE', count: 4 },
    { old: 'WA', new: 'AC', count: 4 },
    { old: 'WA', new: 'WA', count: 4 },
  ]);
  expect(await rows()).toEqual(before);
}, 180_000);

test('with an account its rejudgments go; with the account of who made a set the set stays', async () => {
  const { db } = database;
  const judge = await startJudge();
  const [submissionId = ''] = await judgedByMistake(['AC']);
  await stop(judge, 'SIGTERM');
  await db.submission.update({ where: { id: submissionId }, data: { userId: 'another' } });
  await db.user.create({ data: { id: 'leaving', name: 'Leaving', email: 'leaving@example.org' } });
  const reply = await createRejudging(db, {
    choice: { problem: 'add' },
    target: 'same',
    reason: 'x',
    createdBy: 'leaving',
  });
  if (reply.kind !== 'created') throw new Error(reply.kind);
  await db.user.deleteMany({ where: { id: { in: ['another', 'leaving'] } } });
  expect(await preview(reply.id)).toMatchObject({
    rejudging: { createdBy: null, reason: 'x' },
    progress: { total: 0 },
    matrix: [],
  });
  const worker = createWorker({ db, stations: {} as Stations, judge: 'late', log: () => undefined });
  // Its job finds nothing to do.
  const [job] = await db.$queryRaw<{ key: string }[]>`select key from graphile_worker._private_jobs`;
  await worker.regrade(job?.key ?? '');
  expect(await applyRejudging(db, { id: reply.id, decidedBy, partial: false })).toMatchObject({ applied: 0 });
});

test('while a set is judged, its submissions are not', async () => {
  const watcher = openWatcher(database.db, database.url);
  await startJudge();
  const [id = ''] = await judgedByMistake(['AC']);
  const { id: set } = await create({ problem: 'add' });
  await judged(set);
  const events: SubmissionEvent[] = [];
  for await (const event of watcher.watch(id, { after: 5, signal: AbortSignal.timeout(20_000) }))
    events.push(event);
  expect(events).toMatchObject([{ kind: 'verdict', verdict: { verdict: 'WA', score: 40 } }]);
  await watcher.close();
});
