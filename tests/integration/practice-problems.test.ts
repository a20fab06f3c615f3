import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '#judge/api.ts';
import { lockOwn } from '#prisma/lock.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { openTestApi, type TestApi } from '../harness/api.ts';
import { entry, practising } from '../harness/practising.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishAdding(api.database.db);
});
afterAll(() => api?.close());

const { someone, practiceOf, send, cardOf } = practising(() => api);

test('a solved problem joins the schedule once, by how it went, and giving it up counts as forgotten', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { userId } = visitor;
  for (const verdict of ['WA', 'AC']) {
    const sent = await submit(db, { userId, problem: 'add', source: solutions.AC });
    if (sent.kind !== 'queued') throw new Error(sent.kind);
    await db.submission.update({
      where: { id: sent.id },
      data: { status: 'done', verdict, score: 0, maxScore: 100, result: {} },
    });
  }
  await practiceOf(visitor);
  await practiceOf(visitor);
  expect(
    await db.practiceEntry.findMany({ where: { userId }, select: { kind: true, slug: true, grade: true } }),
  ).toEqual([{ kind: 'problem', slug: 'add', grade: 2 }]);
  const gaveUp = {
    ...entry({ slug: 'add', act: 'grade', grade: 1, at: new Date().toISOString() }),
    kind: 'problem',
  };
  expect(await send(visitor, [gaveUp])).toEqual(['recorded']);
  expect(await cardOf(visitor, 'add')).toMatchObject({ reps: 2, lapses: 1 });
});

/** Sends a solution, and has it judged at once where a verdict is said. */
async function solve(userId: string, { verdict, createdAt }: { verdict?: string; createdAt: Date }) {
  const { db } = api.database;
  const sent = await submit(db, { userId, problem: 'add', source: solutions.AC });
  if (sent.kind !== 'queued') throw new Error(sent.kind);
  await db.submission.update({ where: { id: sent.id }, data: { createdAt } });
  if (verdict !== undefined) await judge(sent.id, verdict);
  return sent.id;
}

const judge = (id: string, verdict: string) =>
  api.database.db.submission.update({
    where: { id },
    data: { status: 'done', verdict, score: 100, maxScore: 100, result: {} },
  });

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

test('of one sitting comes one grade, though the later submission was judged first', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { userId } = visitor;
  const batch = await solve(userId, { createdAt: hoursAgo(2) });
  const interactive = await solve(userId, { verdict: 'AC', createdAt: hoursAgo(1) });
  await practiceOf(visitor);
  await judge(batch, 'AC');
  await practiceOf(visitor);
  expect(await db.practiceEntry.findMany({ where: { userId }, select: { id: true } })).toEqual([
    { id: interactive },
  ]);
});

test('nor two grades, where two views look in the moment in which the earlier one is judged', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { userId } = visitor;
  const earlier = await solve(userId, { createdAt: hoursAgo(2) });
  await solve(userId, { verdict: 'AC', createdAt: hoursAgo(1) });
  const waiting = async () => {
    const rows = await db.$queryRaw<unknown[]>`
      select 1 from pg_locks l join pg_database d on d.oid = l.database
      where not l.granted and l.locktype = 'advisory' and d.datname = current_database()`;
    return rows.length;
  };
  const views: Promise<unknown>[] = [];
  await db.$transaction(
    async (tx) => {
      await lockOwn(tx, 'practice', userId);
      views.push(practiceOf(visitor));
      await expect.poll(waiting).toBe(1);
      await judge(earlier, 'AC');
      views.push(practiceOf(visitor));
      await expect.poll(waiting).toBe(2);
    },
    { timeout: 40_000 },
  );
  await Promise.all(views);
  expect(await db.practiceEntry.count({ where: { userId } })).toBe(1);
});

test('who submits more than is looked through gets no second grade for an old sitting', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { userId } = visitor;
  const first = await solve(userId, { verdict: 'AC', createdAt: hoursAgo(30) });
  await practiceOf(visitor);
  const {
    id: _,
    result: _result,
    soFar: _soFar,
    ...row
  } = await db.submission.findUniqueOrThrow({
    where: { id: first },
  });
  await db.submission.createMany({
    data: Array.from({ length: 2000 }, () => ({ ...row, createdAt: hoursAgo(29) })),
  });
  await practiceOf(visitor);
  expect(await db.practiceEntry.findMany({ where: { userId }, select: { id: true } })).toEqual([
    { id: first },
  ]);
  // What comes another day counts, at the first try after the first.
  const last = await solve(userId, { verdict: 'AC', createdAt: hoursAgo(1) });
  await practiceOf(visitor);
  expect(await db.practiceEntry.findMany({ where: { userId, id: last }, select: { grade: true } })).toEqual([
    { grade: 4 },
  ]);
});

test('a grade that was undone does not come back with the next submission of the sitting', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { userId } = visitor;
  const first = await solve(userId, { verdict: 'AC', createdAt: hoursAgo(2) });
  await practiceOf(visitor);
  const undo = entry({ slug: 'add', act: 'undo', undoes: first, at: hoursAgo(1.5).toISOString() });
  expect(await send(visitor, [{ ...undo, kind: 'problem' }])).toEqual(['recorded']);
  await solve(userId, { verdict: 'AC', createdAt: hoursAgo(1) });
  await practiceOf(visitor);
  expect(await cardOf(visitor, 'add')).toMatchObject({ reps: 0 });
  expect(await db.practiceEntry.count({ where: { userId } })).toBe(2);
});

test('a problem that was given up and is solved at first try another day is good again, not easy', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const { userId } = visitor;
  const day = (count: number) => hoursAgo(24 * count);
  const solveOn = (createdAt: Date) => solve(userId, { verdict: 'AC', createdAt });
  await solveOn(day(40));
  await practiceOf(visitor);
  const gaveUp = entry({ slug: 'add', act: 'grade', grade: 1, at: day(20).toISOString() });
  await send(visitor, [{ ...gaveUp, kind: 'problem' }]);
  await solveOn(day(10));
  await solveOn(day(1));
  await practiceOf(visitor);
  const log = await db.practiceEntry.findMany({ where: { userId }, orderBy: { at: 'asc' } });
  expect(log.map(({ grade }) => grade)).toEqual([3, 1, 3, 4]);
});
