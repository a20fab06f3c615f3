import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWatcher } from '#judge/api.ts';
import { announcementOf, listenForHints } from '#judge/events.ts';
import type { Stations } from '#judge/grade.ts';
import {
  applyRejudging,
  countRejudging,
  createRejudging,
  discardRejudging,
  listSets,
} from '#judge/rejudge.ts';
import type { SubmissionEvent } from '#judge/verdict.ts';
import { createWorker } from '#judge/worker.ts';
import { type Choice, notifyAll } from '#prisma/rejudging.ts';
import { listFormerResults } from '#prisma/rejudgment.ts';
import { findSubmission } from '#prisma/submission.ts';
import { adding, mistaken, solutions } from '../harness/adding.ts';
import { type Kind, openTestRejudging, type TestRejudging, waitUntil } from '../harness/rejudging.ts';

let set: TestRejudging;
const decidedBy = 'teacher';

beforeAll(async () => {
  set = await openTestRejudging();
});
afterEach(() => set.clear());
afterAll(() => set.database.drop());

const sources = (...kinds: Kind[]) => kinds.map((kind) => solutions[kind]);

test('a corrected problem: judged again, compared, applied; the old results are kept and readers are told', async () => {
  const { db } = set.database;
  await set.startJudge();
  const [right = '', wrong = '', throws = ''] = await set.judgedByMistake(sources('AC', 'WA', 'RTE', 'CE'));
  const before = await set.submissions();
  expect(before.map(({ verdict, score }) => [verdict, score])).toEqual([
    ['WA', 40],
    ['WA', 0],
    ['RTE', 0],
    ['CE', 0],
  ]);

  const { id, count } = await set.create({ problem: 'add', version: mistaken.version });
  expect(count).toBe(4);
  const { matrix, progress, cpu, differences, next } = await set.judged(id);
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
      userName: 'somebody',
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
  expect((await set.preview(id, { old: 'RTE' })).differences).toMatchObject([
    { submissionId: throws, changes: [] },
  ]);
  expect((await set.preview(id, { count: 1 })).next).toBe(right);
  expect((await set.preview(id, { count: 1, after: right })).differences).toMatchObject([
    { submissionId: wrong },
  ]);
  // Until it is applied, nothing has happened.
  expect(await set.submissions()).toEqual(before);

  const hints = listenForHints(set.database.url);
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
  const after = await set.submissions();
  expect(after.map(({ verdict, score, versionId }) => [verdict, score, versionId])).toEqual([
    ['AC', 100, adding.version],
    ['WA', 0, adding.version],
    ['RTE', 0, adding.version],
    ['CE', 0, adding.version],
  ]);
  expect(await listFormerResults(db, right)).toMatchObject([
    {
      rejudgingId: id,
      oldVersionId: mistaken.version,
      oldVerdict: 'WA',
      oldScore: 40,
      oldResult: before[0]?.result,
    },
  ]);
  // Asked again it says the same and does nothing.
  expect(await applyRejudging(db, { id, decidedBy: null, partial: true })).toMatchObject({ applied: 4 });
  expect(await discardRejudging(db, { id, decidedBy })).toEqual({ kind: 'applied' });
  expect(await set.submissions()).toEqual(after);
  expect((await set.preview(id)).rejudging).toMatchObject({
    state: 'applied',
    decidedBy: { name: 'teacher' },
  });
});

test('what is chosen fits all that was asked for, and never what is still being judged', async () => {
  const { db } = set.database;
  const judge = await set.startJudge();
  const [right = '', wrong = ''] = await set.judgedByMistake(sources('AC', 'WA', 'CE'));
  await set.stop(judge, 'SIGTERM');
  const waiting = await set.send(solutions.AC, 'another');
  const middle = (await findSubmission(db, wrong))?.createdAt.toISOString();
  const count = (choice: Choice) => countRejudging(db, choice);
  expect(await count({})).toBe(0);
  expect(await count({ problem: 'add' })).toBe(3);
  expect(await count({ problem: 'prune' })).toBe(0);
  expect(await count({ version: mistaken.version })).toBe(3);
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
  const { db } = set.database;
  const judge = await set.startJudge();
  await set.judgedByMistake(sources('AC', 'WA'));
  const before = await set.submissions();
  const same = await set.create({ problem: 'add' }, 'same');
  expect((await set.judged(same.id)).progress).toMatchObject({ judged: 2, differing: 0 });
  await set.stop(judge, 'SIGTERM');

  const { id } = await set.create({ problem: 'add' });
  const jobs = () => db.$queryRaw<{ n: number }[]>`select count(*)::int n from graphile_worker._private_jobs`;
  expect(await jobs()).toEqual([{ n: 2 }]);
  expect(await discardRejudging(db, { id, decidedBy })).toEqual({ kind: 'discarded' });
  expect(await discardRejudging(db, { id, decidedBy })).toEqual({ kind: 'discarded' });
  expect(await jobs()).toEqual([{ n: 0 }]);
  expect(await applyRejudging(db, { id, decidedBy, partial: true })).toEqual({ kind: 'discarded' });
  expect(await set.submissions()).toEqual(before);
  expect((await set.preview(id)).progress).toMatchObject({ total: 2, judged: 0, dropped: 2 });
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
  const { db } = set.database;
  await set.startJudge();
  const [right = '', wrong = ''] = await set.judgedByMistake(sources('AC', 'WA'));
  const all = await set.create({ problem: 'add' });
  const one = await set.create({ submissions: [right] });
  await set.judged(all.id);
  await set.judged(one.id);
  await applyRejudging(db, { id: one.id, decidedBy, partial: false });
  const applied = await findSubmission(db, right);

  const { progress, differences } = await set.preview(all.id);
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
  const { db } = set.database;
  await set.startJudge();
  await set.judgedByMistake(sources('AC', 'WA', 'RTE'));
  const sets = [await set.create({ problem: 'add' }), await set.create({ problem: 'add' })];
  for (const { id } of sets) await set.judged(id);
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

test('with an account its rejudgments go; with the account of who made a set the set stays', async () => {
  const { db } = set.database;
  const judge = await set.startJudge();
  const [submissionId = ''] = await set.judgedByMistake(sources('AC'));
  await set.stop(judge, 'SIGTERM');
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
  expect(await set.preview(reply.id)).toMatchObject({
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
  const watcher = openWatcher(set.database.db, set.database.url);
  await set.startJudge();
  const [id = ''] = await set.judgedByMistake(sources('AC'));
  const { id: again } = await set.create({ problem: 'add' });
  await set.judged(again);
  const events: SubmissionEvent[] = [];
  for await (const event of watcher.watch(id, { after: 5, signal: AbortSignal.timeout(20_000) }))
    events.push(event);
  expect(events).toMatchObject([{ kind: 'verdict', verdict: { verdict: 'WA', score: 40 } }]);
  await watcher.close();
});
