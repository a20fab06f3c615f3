import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { beat, removeJudge, sweepDeadJudges } from '#prisma/judge.ts';
import type { Stations } from './grade.ts';
import type { Log } from './log.ts';
import { createWorker } from './worker.ts';

/** How often a judge tells that it is alive and looks for others that are not, milliseconds. */
const beatMs = 2000;

const job = z.object({ submission: z.uuid() });

export type JudgeOptions = {
  db: PrismaClient;
  databaseUrl: string;
  judgeId: string;
  concurrency: number;
  log: Log;
};

export type ServingJudge = {
  /** Rejects when the queue fails for good. */
  ended: Promise<void>;
  /** Takes nothing new, finishes what runs, signs off. */
  drain(): Promise<void>;
};

/** Takes submissions from the queue until drained. */
export async function serve(stations: Stations, options: JudgeOptions): Promise<ServingJudge> {
  const { db, databaseUrl, judgeId, concurrency, log } = options;
  const worker = createWorker({ db, stations, judge: judgeId, log });
  const events: WorkerEvents = new EventEmitter();
  const workers: string[] = [];
  // Jobs are locked in the name of the pool, or of a worker where there is no local queue.
  events.on('pool:create', ({ workerPool }) => workers.push(workerPool.id));
  events.on('worker:create', ({ worker: created }) => workers.push(created.workerId));

  const runner: Runner = await run({
    connectionString: databaseUrl,
    concurrency,
    maxPoolSize: concurrency + 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log('warn', message, { from: 'queue' });
    }),
    events,
    taskList: { grade: (payload) => worker.gradeSubmission(job.parse(payload).submission) },
  });

  const signOfLife = async () => {
    await beat(db, { id: judgeId, workers });
    const dead = await sweepDeadJudges(db);
    if (dead.length > 0) log('warn', 'judges are gone; their jobs return to the queue', { judges: dead });
  };
  await signOfLife();
  const pulse = setInterval(() => {
    signOfLife().catch((cause: unknown) => log('warn', 'sign of life failed', { cause }));
  }, beatMs);

  return {
    ended: runner.promise,
    async drain() {
      await runner.stop();
      clearInterval(pulse);
      await removeJudge(db, judgeId);
    },
  };
}
