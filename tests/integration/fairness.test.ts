import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { submit } from '#judge/api.ts';
import { priorityOf, type TaskName } from '#judge/priority.ts';
import { type Handlers, openSlots, type Slots } from '#judge/slots.ts';
import { publishAdding, solutions } from '../harness/adding.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;
const bounds = { pending: 1000, pendingPerUser: 500 };

beforeAll(async () => {
  database = await createTestDatabase();
  for (const id of ['a', 'b', 'c'])
    await database.db.user.create({ data: { id, name: id, email: `${id}@example.org` } });
  await publishAdding(database.db);
});
afterEach(async () => {
  await database.db.submission.deleteMany();
  await database.db.$executeRaw`delete from graphile_worker._private_jobs`;
});
afterAll(() => database.drop());

async function send(userId: string, queue: 'interactive' | 'batch' = 'interactive'): Promise<string> {
  const reply = await submit(database.db, { userId, problem: 'add', source: solutions.AC, queue }, bounds);
  if (reply.kind !== 'queued') throw new Error(reply.kind);
  return reply.id;
}

/** What a rejudging leaves in the queue. */
async function rejudge(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await database.db.$executeRaw`
      select graphile_worker.add_job('regrade', json_build_object('submission', ${`r${i}`}::text),
        priority => ${priorityOf('rejudge', i)}::int)`;
}

type Job = { task: TaskName; id: string };

/** A judge on the real queue that grades nothing: each job it takes is noted and runs until the test ends it. */
function recorder() {
  const started: Job[] = [];
  const running = new Map<string, () => void>();
  let changed: () => void = () => undefined;
  const handler = (task: TaskName) => async (payload: unknown) => {
    const { submission: id } = payload as { submission: string };
    started.push({ task, id });
    changed();
    await new Promise<void>((resolve) => running.set(id, resolve));
    // As the record does: what is done is pending no more.
    if (task !== 'regrade') await database.db.submission.update({ where: { id }, data: { status: 'done' } });
  };
  const handlers: Handlers = {
    grade: handler('grade'),
    regrade: handler('regrade'),
    'grade-batch': handler('grade-batch'),
  };
  const untilStarted = async (count: number): Promise<Job[]> => {
    while (started.length < count)
      await new Promise<void>((resolve) => {
        changed = resolve;
      });
    return started;
  };
  return {
    started,
    handlers,
    untilStarted,
    /** Ends a running job and waits for what is taken in its place. */
    async end(id: string): Promise<Job> {
      const before = started.length;
      running.get(id)?.();
      running.delete(id);
      const job = (await untilStarted(before + 1))[before];
      if (!job) throw new Error('nothing was taken');
      return job;
    },
    /** Lets all that runs and comes end at once. */
    async finish(slots: Slots) {
      const stopped = slots.stop();
      let over = false;
      void stopped.finally(() => {
        over = true;
      });
      while (!over) {
        for (const resolve of running.values()) resolve();
        running.clear();
        await setImmediate();
      }
      await stopped;
    },
  };
}

async function withSlots(
  concurrency: number,
  act: (judge: ReturnType<typeof recorder>, slots: Slots) => Promise<void>,
) {
  const judge = recorder();
  const { handlers } = judge;
  const slots = await openSlots({ databaseUrl: database.url, concurrency, handlers, log: () => undefined });
  try {
    await act(judge, slots);
  } finally {
    await judge.finish(slots);
  }
}

test('200 submissions of one person delay another’s by one slot at most', async () => {
  await withSlots(2, async (judge) => {
    const many: string[] = [];
    for (let i = 0; i < 200; i += 1) many.push(await send('a'));
    await judge.untilStarted(2);
    const one = await send('b');
    // Both slots are taken. Whichever is free first takes b's, and no further one of a's comes between.
    const free = judge.started[0]?.id ?? '';
    expect(many).toContain(free);
    expect(await judge.end(free)).toEqual({ task: 'grade', id: one });
    expect(judge.started).toHaveLength(3);
  });
}, 120_000);

test('two who both have many pending take turns, and a newcomer comes before both', async () => {
  const owners = new Map<string, string>();
  for (const who of ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'c']) owners.set(await send(who), who);
  await withSlots(2, async (judge) => {
    await judge.untilStarted(2);
    for (let i = 0; i < 7; i += 1) await judge.end(judge.started[i]?.id ?? '');
    // The first two start in either order, on two slots.
    const order = judge.started.map(({ id }) => owners.get(id));
    expect(new Set(order.slice(0, 2))).toEqual(new Set(['a', 'b']));
    expect(order[2]).toBe('c');
    expect(order.slice(3)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  });
});

test('submissions sent in the same moment are the first to the tenth of their sender, not ten firsts', async () => {
  await Promise.all(Array.from({ length: 10 }, () => send('a')));
  const rows = await database.db.$queryRaw<
    { priority: number }[]
  >`select priority from graphile_worker.jobs order by priority`;
  expect(rows.map(({ priority }) => priority)).toEqual(Array.from({ length: 10 }, (_, place) => place));
});

test.each(['rejudging', 'batches'])(
  '%s never hold the last slot, and wait for whoever is at a desk',
  async (what) => {
    const task = what === 'batches' ? 'grade-batch' : 'regrade';
    if (what === 'batches') for (let i = 0; i < 30; i += 1) await send('a', 'batch');
    else await rejudge(30);
    await withSlots(3, async (judge) => {
      const firsts = (await judge.untilStarted(2)).slice(0, 2);
      expect(firsts.map((job) => job.task)).toEqual([task, task]);
      // The third slot is free: what is sent now is taken without any of theirs ending first.
      const one = await send('b');
      expect((await judge.untilStarted(3))[2]).toEqual({ task: 'grade', id: one });
      // With all slots taken, a slot of theirs that becomes free goes to who waits, too.
      const two = await send('b');
      expect(await judge.end(firsts[0]?.id ?? '')).toEqual({ task: 'grade', id: two });
      expect((await judge.end(two)).task).toBe(task);
    });
  },
);

test('rejudging comes before batches, though the batch was there first', async () => {
  await send('a', 'batch');
  await rejudge(1);
  await withSlots(2, async (judge) => {
    const [first] = await judge.untilStarted(1);
    expect(first?.task).toBe('regrade');
    expect((await judge.end(first?.id ?? '')).task).toBe('grade-batch');
  });
});

test('people may use all slots', async () => {
  for (let i = 0; i < 4; i += 1) await send('a');
  await withSlots(3, async (judge) => {
    expect(await judge.untilStarted(3)).toHaveLength(3);
  });
});

test('a judge signs for both its kinds of slots: what either holds returns to the queue when it dies', async () => {
  await rejudge(1);
  await withSlots(2, async (judge, slots) => {
    // Sent at once, the person's might go to the slot that takes both, and leave the rejudging none.
    await judge.untilStarted(1);
    await send('a');
    await judge.untilStarted(2);
    const locked = await database.db.$queryRaw<
      { by: string }[]
    >`select locked_by as by from graphile_worker.jobs where locked_by is not null`;
    expect(locked).toHaveLength(2);
    for (const { by } of locked) expect(slots.names()).toContain(by);
    expect(new Set(locked.map(({ by }) => by)).size).toBe(2);
  });
});
