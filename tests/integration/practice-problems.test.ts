import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '#judge/api.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { openTestApi, type TestApi } from '../harness/api.ts';
import { entry, practising } from '../harness/practising.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await publishAdding(api.database.db);
});
afterAll(() => api?.close());

const { someone, practiceOf, send, cardOf, userIdOf } = practising(() => api);

test('a solved problem joins the schedule once, by how it went, and giving it up counts as forgotten', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const userId = await userIdOf(visitor);
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

test('a problem that was given up and is solved at first try another day is good again, not easy', async () => {
  const { db } = api.database;
  const visitor = await someone();
  const userId = await userIdOf(visitor);
  const day = (count: number) => new Date(Date.now() - count * 86_400_000);
  const solve = async (createdAt: Date) => {
    const sent = await submit(db, { userId, problem: 'add', source: solutions.AC });
    if (sent.kind !== 'queued') throw new Error(sent.kind);
    await db.submission.update({
      where: { id: sent.id },
      data: { status: 'done', verdict: 'AC', score: 100, maxScore: 100, result: {}, createdAt },
    });
  };
  await solve(day(40));
  await practiceOf(visitor);
  const gaveUp = entry({ slug: 'add', act: 'grade', grade: 1, at: day(20).toISOString() });
  await send(visitor, [{ ...gaveUp, kind: 'problem' }]);
  await solve(day(10));
  await solve(day(1));
  await practiceOf(visitor);
  const log = await db.practiceEntry.findMany({ where: { userId }, orderBy: { at: 'asc' } });
  expect(log.map(({ grade }) => grade)).toEqual([3, 1, 3, 4]);
});
