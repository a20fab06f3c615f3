import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stations } from '#judge/grade.ts';
import { applyRejudging, discardRejudging } from '#judge/rejudge.ts';
import { createWorker } from '#judge/worker.ts';
import { finishRejudgment, leaseRejudgment, renewRejudgment, yieldRejudgment } from '#prisma/rejudgment.ts';
import { solutions } from '../harness/adding.ts';
import { type Kind, openTestRejudging, type TestRejudging, waitUntil } from '../harness/rejudging.ts';

let set: TestRejudging;
const decidedBy = 'teacher';

beforeAll(async () => {
  set = await openTestRejudging();
});
afterEach(() => set.clear());
afterAll(() => set.database.drop());

const sources = (...kinds: Kind[]) => kinds.map((kind) => solutions[kind]);

test('what is not judged yet, or could not be judged, stops applying unless it is left out', async () => {
  const { db } = set.database;
  const judge = await set.startJudge();
  const [right = '', wrong = ''] = await set.judgedByMistake(sources('AC', 'WA', 'RTE'));
  await set.stop(judge, 'SIGTERM');
  const before = await set.submissions();
  const { id } = await set.create({ problem: 'add' });
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
  expect(await set.submissions()).toEqual(before);
  expect(await applyRejudging(db, { id, decidedBy, partial: true })).toEqual({
    kind: 'applied',
    applied: 1,
    conflicts: 0,
    leftOut: 2,
  });
  const after = await set.submissions();
  expect(after.map((row, index) => row.score === before[index]?.score)).toEqual([true, false, true]);
  // What was left out is out of the queue; the others were graded here without it.
  const jobs = await db.$queryRaw<{ key: string }[]>`select key from graphile_worker._private_jobs`;
  expect(new Set(jobs.map(({ key }) => key))).toEqual(new Set([failing.id, good]));
});

test('a rejudgment is held by one judge, and without the lease, or once its set is decided, nothing is written', async () => {
  const { db } = set.database;
  const judge = await set.startJudge();
  const [submissionId = ''] = await set.judgedByMistake(sources('AC'));
  await set.stop(judge, 'SIGTERM');
  const { id } = await set.create({ problem: 'add' });
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
  // A judge that has to stop gives it back, and nothing is held against it.
  await yieldRejudgment(db, theirs);
  const given = await db.rejudgment.findUniqueOrThrow({ where: { id: rejudgmentId } });
  expect(given).toMatchObject({ status: 'queued', leaseBy: null, failures: 0 });
  expect(await leaseRejudgment(db, theirs)).toMatchObject({ kind: 'leased' });
  await discardRejudging(db, { id, decidedBy });
  expect(await finishRejudgment(db, theirs, columns)).toBe(false);
  expect(await leaseRejudgment(db, ours)).toEqual({ kind: 'done' });
});

test('a judge is killed in the middle of a set: each of it is judged all the same, and no submission was touched', async () => {
  const first = await set.startJudge();
  const kinds = ['AC', 'WA', 'RTE', 'TLE', 'CE'] as const;
  await set.judgedByMistake(sources(...kinds, ...kinds, ...kinds, ...kinds));
  const before = await set.submissions();
  const { id } = await set.create({ problem: 'add' });
  await waitUntil(async () => (await set.preview(id)).progress.judged >= 3);
  await set.stop(first, 'SIGKILL');
  expect((await set.preview(id)).progress.judged).toBeLessThan(20);
  await set.startJudge();
  expect((await set.judged(id)).matrix).toEqual([
    { old: 'CE', new: 'CE', count: 4 },
    { old: 'RTE', new: 'RTE', count: 4 },
    { old: 'TLE', new: 'TLE', count: 4 },
    { old: 'WA', new: 'AC', count: 4 },
    { old: 'WA', new: 'WA', count: 4 },
  ]);
  expect(await set.submissions()).toEqual(before);
}, 180_000);
