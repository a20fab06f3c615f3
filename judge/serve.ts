import type { Task } from 'graphile-worker';
import { z } from 'zod';
import type { PrismaClient } from '#prisma/generated/client.ts';
import {
  beat,
  judgesSeenLately,
  removeJudge,
  returnLostJobs,
  signOff,
  sweepDeadJudges,
} from '#prisma/judge.ts';
import { sweep } from '#prisma/sweep.ts';
import type { Stations } from './grade.ts';
import type { Log } from './log.ts';
import type { Meters } from './meters.ts';
import { startPulse } from './pulse.ts';
import { type Handlers, openSlots } from './slots.ts';
import { createWorker } from './worker.ts';

/** How often a judge tells that it is alive and looks for others that are not, milliseconds. */
const beatMs = 2000;
/** How often it removes a part of what was only for a while, milliseconds: a little at a time holds up no drain. */
const sweepMs = 60_000;

const job = z.object({ submission: z.uuid(), request: z.string().max(64).nullish() });
const regradeJob = z.object({ rejudgment: z.uuid() });

export type JudgeOptions = {
  db: PrismaClient;
  databaseUrl: string;
  judgeId: string;
  concurrency: number;
  log: Log;
  meters?: Meters;
};

export type ServingJudge = {
  /** Takes nothing new, finishes what runs, signs off. */
  drain(): Promise<void>;
  /** Instead of waiting longer: what runs and what was locked goes back to the queue, for others to take at once. */
  giveBack(): Promise<void>;
  /** When the database last took a sign of life, by `performance.now`. */
  seenAt(): number;
};

/** Takes submissions from the queue until drained. */
export async function serve(stations: Stations, options: JudgeOptions): Promise<ServingJudge> {
  const { db, databaseUrl, judgeId, concurrency, log, meters } = options;
  const worker = createWorker({ db, stations, judge: judgeId, log, ...(meters && { meters }) });
  const gradeJob: Task = (payload, { job: { run_at: dueAt } }) => {
    const { submission, request } = job.parse(payload);
    return worker.gradeSubmission(submission, { dueAt, ...(request && { request }) });
  };
  const regrade: Task = (payload) => worker.regrade(regradeJob.parse(payload).rejudgment);
  const handlers: Handlers = { grade: gradeJob, regrade, 'grade-batch': gradeJob };
  const slots = await openSlots({ databaseUrl, concurrency, log, handlers });

  let seenAt = performance.now();
  const signOfLife = async () => {
    await beat(db, { id: judgeId, workers: slots.names() });
    seenAt = performance.now();
    const dead = await sweepDeadJudges(db);
    if (dead.length > 0) log('warn', 'judges are gone', { judges: dead });
    // One of all judges has to look, and chance chooses who.
    if (Math.random() * (await judgesSeenLately(db)) >= 1) return;
    const returned = await returnLostJobs(db);
    if (returned > 0) log('warn', 'jobs that nobody does return to the queue', { jobs: returned });
  };
  await signOfLife();
  const pulse = startPulse(signOfLife, beatMs, (cause) => log('warn', 'sign of life failed', { cause }));
  // Never what a judge's start hangs on.
  const tidy = () => sweep(db).catch((cause) => log('warn', 'sweeping failed', { cause }));
  await tidy();
  const broom = startPulse(tidy, sweepMs, () => undefined);

  return {
    async drain() {
      await Promise.all([slots.stop(), broom.stop()]);
      await pulse.stop();
      await removeJudge(db, judgeId);
    },
    async giveBack() {
      await Promise.all([worker.giveBack(), pulse.stop(), broom.stop()]);
      await signOff(db, { id: judgeId, workers: slots.names() });
    },
    seenAt: () => seenAt,
  };
}
