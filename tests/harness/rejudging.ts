/** Submissions that a mistaken version of `add` has judged, a real judge, and sets of them to be judged again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { submit } from '#judge/api.ts';
import { createRejudging, type Preview, previewRejudging } from '#judge/rejudge.ts';
import type { Submission } from '#prisma/generated/client.ts';
import type { Choice, Target } from '#prisma/rejudging.ts';
import { publishAdding, publishMistakenAdding, type solutions } from './adding.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export type Kind = keyof typeof solutions;

export type TestRejudging = {
  database: TestDatabase;
  startJudge(): Promise<ChildProcess>;
  stop(judge: ChildProcess, signal: NodeJS.Signals): Promise<void>;
  send(source: string, userId?: string): Promise<string>;
  /** Submissions judged by the mistaken version, by a judge that runs; then the right version is the current one. */
  judgedByMistake(sources: string[], userId?: string): Promise<string[]>;
  create(choice: Choice, target?: Target): Promise<{ id: string; count: number }>;
  preview(
    id: string,
    filter?: { old?: string; new?: string; after?: string; count?: number },
  ): Promise<Preview>;
  /** The preview once all is judged. */
  judged(id: string): Promise<Preview>;
  submissions(): Promise<Submission[]>;
  /** Stops the judges and forgets submissions, sets and jobs. */
  clear(): Promise<void>;
};

/** The accounts `somebody`, `another` and `teacher`, and `add` published, in a database of its own where none is given. */
export async function openTestRejudging(given?: TestDatabase): Promise<TestRejudging> {
  const database = given ?? (await createTestDatabase());
  const { db } = database;
  for (const id of ['somebody', 'another', 'teacher'])
    await db.user.create({ data: { id, name: id, email: `${id}@example.org` } });
  await publishAdding(db);
  const judges = new Set<ChildProcess>();

  const preview: TestRejudging['preview'] = async (id, filter = {}) => {
    const found = await previewRejudging(db, id, { count: 50, ...filter });
    if (!found) throw new Error(`no rejudging ${id}`);
    return found;
  };
  const send: TestRejudging['send'] = async (source, userId = 'somebody') => {
    const reply = await submit(db, { userId, problem: 'add', source });
    if (reply.kind !== 'queued') throw new Error(reply.kind);
    return reply.id;
  };
  return {
    database,
    async startJudge() {
      const judge = spawn(process.execPath, ['judge/main.ts'], {
        env: { NODE_ENV: 'test', DATABASE_URL: database.url, WHETSTONE_CONCURRENCY: '2' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      judges.add(judge);
      judge.once('exit', () => judges.delete(judge));
      for await (const chunk of judge.stdout) if (String(chunk).includes('judge: ready')) break;
      return judge;
    },
    stop: stopJudge,
    send,
    async judgedByMistake(sources, userId) {
      await publishMistakenAdding(db);
      const ids: string[] = [];
      for (const source of sources) ids.push(await send(source, userId));
      const done = { id: { in: ids }, status: 'done' };
      await waitUntil(async () => (await db.submission.count({ where: done })) === ids.length);
      await publishAdding(db);
      return ids;
    },
    async create(choice, target = 'current') {
      const wanted = { choice, target, reason: 'a test wanted 0', createdBy: 'teacher' };
      const reply = await createRejudging(db, wanted);
      if (reply.kind !== 'created') throw new Error(reply.kind);
      return reply;
    },
    preview,
    async judged(id) {
      await waitUntil(async () => {
        const { progress } = await preview(id);
        return progress.judged === progress.total;
      });
      return preview(id);
    },
    submissions: () => db.submission.findMany({ orderBy: { id: 'asc' } }),
    async clear() {
      for (const judge of judges) await stopJudge(judge, 'SIGTERM');
      await db.submission.deleteMany();
      await db.rejudging.deleteMany();
      await db.$executeRaw`delete from graphile_worker._private_jobs`;
    },
  };
}

async function stopJudge(judge: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (judge.exitCode !== null || judge.signalCode !== null) return;
  judge.kill(signal);
  await once(judge, 'exit');
}

export async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}
