/** Two accounts become one while another device goes on writing: nothing of either may be lost. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordEntries, settle } from '#app/_practice/record.ts';
import { listDrafts, saveDraft } from '#prisma/draft.ts';
import { findNote, saveNote } from '#prisma/note.ts';
import { findPracticeSettings, putPracticeSettings } from '#prisma/practice-settings.ts';
import { absorbAnonymous } from '#prisma/user.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** Each round has them meet at another moment. */
const rounds = Array.from({ length: 60 }, (_, round) => round);

async function newPair(): Promise<{ from: string; to: string }> {
  const [from, to] = [`anonymous-${randomUUID()}`, `account-${randomUUID()}`];
  const user = (id: string) => ({ id, name: id, email: `${id}@example.org` });
  await database.db.user.createMany({ data: [{ ...user(from), isAnonymous: true }, user(to)] });
  return { from, to };
}

/** Joins the accounts while `write` is under way, which neither of them may fail by. */
async function joinDuring(
  { from, to, round }: { from: string; to: string; round: number },
  write: () => Promise<unknown>,
): Promise<void> {
  const join = sleep(round % 6).then(() => absorbAnonymous(database.db, from, to));
  await Promise.all([join, sleep(round % 5).then(write)]);
}

test('a note that the account writes over at that moment does not cost the anonymous one', async () => {
  const { db } = database;
  const card = { kind: 'question', slug: 'overfitting' };
  for (const round of rounds) {
    const { from, to } = await newPair();
    await saveNote(db, { ...card, userId: from, text: 'without an account', revision: null });
    const first = await saveNote(db, { ...card, userId: to, text: 'first', revision: null });
    const revision = first.kind === 'saved' ? (first.note?.revision ?? null) : null;
    await joinDuring({ from, to, round }, () =>
      saveNote(db, { ...card, userId: to, text: 'second', revision }),
    );
    expect((await findNote(db, { ...card, userId: to }))?.text).toContain('without an account');
  }
});

test('a card that the account grades at that moment counts what was graded without one', async () => {
  const { db } = database;
  const grade = (day: number) => ({
    id: randomUUID(),
    kind: 'question' as const,
    slug: 'overfitting',
    act: 'grade' as const,
    grade: 3 as const,
    undoes: null,
    points: [],
    at: new Date(Date.UTC(2026, 0, day)),
  });
  const now = new Date();
  for (const round of rounds) {
    const { from, to } = await newPair();
    await recordEntries(db, { userId: from, entries: [grade(1)], now });
    await joinDuring({ from, to, round }, () =>
      recordEntries(db, { userId: to, entries: [grade(5)], now, timeZone: 'UTC' }),
    );
    await settle(db, to);
    expect(await db.practiceCard.findMany({ where: { userId: to } })).toMatchObject([{ reps: 2 }]);
  }
});

test('a draft that the account saves at that moment does not cost those of before', async () => {
  const { db } = database;
  for (const round of rounds) {
    const { from, to } = await newPair();
    const [mine, theirs] = [
      { slug: 'add', userId: from },
      { slug: 'add', userId: to },
    ];
    await saveDraft(db, { ...theirs, source: 'first' });
    await saveDraft(db, { ...mine, source: 'without an account' });
    await joinDuring({ from, to, round }, () => saveDraft(db, { ...theirs, source: 'second' }));
    const kept = (await listDrafts(db, theirs)).map(({ source }) => source);
    expect(new Set(kept)).toEqual(new Set(['first', 'second', 'without an account']));
  }
});

test('settings that the account chooses at that moment are its own, and hold up nobody', async () => {
  const { db } = database;
  const { from, to } = await newPair();
  const settings = { newPerDay: 5, reviewsPerDay: 50, interviewOn: null };
  await putPracticeSettings(db, { ...settings, userId: from, timeZone: 'UTC' });
  let join: Promise<void> | undefined;
  await db.$transaction(
    async (tx) => {
      await putPracticeSettings(tx, { ...settings, userId: to, timeZone: 'Asia/Shanghai' });
      join = absorbAnonymous(db, from, to);
      await expect.poll(countWaiting).toBe(1);
    },
    { timeout: 30_000 },
  );
  await join;
  expect(await findPracticeSettings(db, to)).toMatchObject({ timeZone: 'Asia/Shanghai' });
});

/** Who waits for what another transaction holds. */
async function countWaiting(): Promise<number | undefined> {
  const [row] = await database.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.count;
}

test('settings that were chosen without an account go to one that has none', async () => {
  const { db } = database;
  const { from, to } = await newPair();
  const chosen = {
    newPerDay: 7,
    reviewsPerDay: 70,
    timeZone: 'Asia/Shanghai',
    interviewOn: new Date('2026-12-24'),
  };
  await putPracticeSettings(db, { ...chosen, userId: from });
  await absorbAnonymous(db, from, to);
  expect(await findPracticeSettings(db, to)).toEqual({ ...chosen, userId: to });
});

test('several that join the same account at once all arrive', async () => {
  const { db } = database;
  const { to } = await newPair();
  const pairs = await Promise.all(Array.from({ length: 6 }, newPair));
  const card = { kind: 'question', slug: 'overfitting' };
  for (const { from } of pairs) await saveNote(db, { ...card, userId: from, text: from, revision: null });
  await Promise.all(pairs.map(({ from }) => absorbAnonymous(db, from, to)));
  const note = await findNote(db, { ...card, userId: to });
  for (const { from } of pairs) expect(note?.text).toContain(from);
});
