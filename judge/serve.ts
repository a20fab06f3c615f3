import { z } from 'zod';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { beat, judgesSeenLately, removeJudge, returnLostJobs, sweepDeadJudges } from '#prisma/judge.ts';
import type { Stations } from './grade.ts';
import type { Log } from './log.ts';
import { openQueue } from './queue.ts';
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
  /** Takes nothing new, finishes what runs, signs off. */
  drain(): Promise<void>;
};

/** Takes submissions from the queue until drained. */
export async function serve(stations: Stations, options: JudgeOptions): Promise<ServingJudge> {
  const { db, databaseUrl, judgeId, concurrency, log } = options;
  const worker = createWorker({ db, stations, judge: judgeId, log });
  const queue = await openQueue({
    databaseUrl,
    concurrency,
    log,
    taskList: { grade: (payload) => worker.gradeSubmission(job.parse(payload).submission) },
  });

  const signOfLife = async () => {
    await beat(db, { id: judgeId, workers: [...queue.names()] });
    const dead = await sweepDeadJudges(db);
    if (dead.length > 0) log('warn', 'judges are gone', { judges: dead });
    // One of all judges has to look, and chance chooses who.
    if (Math.random() * (await judgesSeenLately(db)) >= 1) return;
    const returned = await returnLostJobs(db);
    if (returned > 0) log('warn', 'jobs that nobody does return to the queue', { jobs: returned });
  };
  await signOfLife();
  const pulse = setInterval(() => {
    signOfLife().catch((cause: unknown) => log('warn', 'sign of life failed', { cause }));
  }, beatMs);

  return {
    async drain() {
      await queue.stop();
      clearInterval(pulse);
      await removeJudge(db, judgeId);
    },
  };
}
