import { setTimeout } from 'node:timers/promises';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { insist } from '#prisma/insist.ts';
import { getSecret } from '#prisma/problem-version.ts';
import { type LeasedSubmission, type LeaseReply, leaseMs } from '#prisma/submission.ts';
import { type Docket, rejudgmentDocket, submissionDocket } from './docket.ts';
import type { Hint } from './events.ts';
import type { GradableProblem } from './gradable-problem.ts';
import { type GradeListener, grade, type Stations } from './grade.ts';
import { type Log, logWith } from './log.ts';
import type { Meters, Outcome } from './meters.ts';
import { decodePlain } from './plain-data.ts';
import { record, storable } from './record.ts';
import type { SoFar } from './so-far.ts';
import { judgeError } from './summarize.ts';
import { type OpenTrace, openTrace, timingOf } from './trace.ts';
import type { Verdict } from './verdict.ts';

/** Grading that fails by our fault this often ends in JE. */
const maxFailures = 2;
/**
 * A submission whose judge died this often, and none got further, is held to have killed it. Judges die of other things,
 * too: that is not the submission's doing.
 */
const maxLeases = 40;
/** A grading that takes longer is kept group by group; the quick ones are not worth the write. */
const keepAfterMs = 1000;

export type Worker = {
  gradeSubmission(submissionId: string, job?: QueuedJob): Promise<void>;
  /** Grades a submission once more, beside the result that it has. */
  regrade(rejudgmentId: string): Promise<void>;
  /** Lets go of what is being graded, so that another judge takes it at once; what comes of it here is not written. */
  giveBack(): Promise<void>;
};

/** What the queue knows of a job. */
export type QueuedJob = {
  /** Since when it was to be done, by the database's clock. */
  dueAt?: Date;
  /** The id of the request that submitted it. */
  request?: string | undefined;
};

/** Another judge holds the submission; the queue tries again later. */
export class SubmissionHeld extends Error {
  readonly code = 'SUBMISSION_HELD';
}

/** The lease ran out before the verdict was there, and nothing was written: another judge has the word. */
export class LeaseLost extends Error {
  readonly code = 'LEASE_LOST';
}

type WorkerMeters = Pick<Meters, 'jobBegan' | 'jobEnded' | 'heartbeatFailed'>;
const unmetered: WorkerMeters = {
  jobBegan: () => undefined,
  jobEnded: () => undefined,
  heartbeatFailed: () => undefined,
};

/** One submission in hand, for the first time or once more. */
type Held = { submission: LeasedSubmission; docket: Docket; trace: OpenTrace; log: Log };

/**
 * Takes submissions, and rejudgments of them, through lease, grading and record.
 *
 * queued → leased → recorded; leased → queued again when grading throws (once), the judge stops or the lease runs out.
 * A database that is away is waited for, and counts against nobody.
 */
export function createWorker(context: {
  db: PrismaClient;
  stations: Stations;
  judge: string;
  log: Log;
  meters?: WorkerMeters;
}): Worker {
  const { db, stations, judge, log } = context;
  const loadProblem = rememberProblems(db);
  const inHand = new Set<Docket>();
  const leasing = new Set<Promise<unknown>>();
  let stopped = false;

  async function judgeLeased({ submission, docket, trace, log: own }: Held): Promise<Verdict> {
    const loaded = trace.begin('load');
    const problem = await insist(db, () => loadProblem(submission.versionId));
    loaded();
    if (submission.leases > maxLeases) return judgeError(problem, 'its judges died');
    const progress = reportProgress(docket, own);
    try {
      // Written by a judge of ours, under its lease.
      const before = submission.soFar as SoFar | null;
      const job = { source: submission.source, problem, tracer: trace, before };
      return await grade(job, stations, progress.listener);
    } finally {
      const told = trace.begin('tell');
      await progress.settled();
      told();
    }
  }

  async function recordVerdict({ docket, trace, log: own }: Held, verdict: Verdict): Promise<Outcome> {
    const recorded = trace.begin('record');
    const told = { ...verdict, timing: timingOf(trace.read()) };
    const written = await insist(db, () => record(docket, told));
    recorded();
    const timing = timingOf(trace.read());
    const { verdict: code, score } = verdict;
    const stages = Object.fromEntries(timing.stages.map(({ stage, ms }) => [stage, ms]));
    own('info', written ? 'graded' : 'lease lost', { verdict: code, score, totalMs: timing.totalMs, stages });
    if (written) return { kind: 'graded', verdict: code, timing };
    // The queue drops a job that is done, whoever has it by now: only who fails leaves it to them.
    if (await insist(db, () => docket.isOpen()))
      throw new LeaseLost(`the lease on ${nameOf(docket)} is lost`);
    return { kind: 'lease-lost' };
  }

  /** The outcome where it is final, after the second time; else throws for the queue to try again. */
  async function onTrouble(held: Held, cause: unknown): Promise<Outcome> {
    const { submission, docket } = held;
    if (stopped) throw cause;
    held.log('error', 'grading failed', { failures: submission.failures + 1, cause });
    if (submission.failures + 1 < maxFailures) {
      await insist(db, () => docket.release());
      throw cause;
    }
    const problem = await insist(db, () => loadProblem(submission.versionId));
    return recordVerdict(held, judgeError(problem, 'grading failed twice'));
  }

  async function gradeHeld(held: Held): Promise<void> {
    const { docket, log: own } = held;
    // What waits by design would spoil the figures of what somebody waits for.
    const meters = 'submission' in docket.named ? (context.meters ?? unmetered) : unmetered;
    let outcome: Outcome = { kind: 'failed' };
    inHand.add(docket);
    meters.jobBegan();
    const heartbeat = setInterval(() => {
      docket.renew().catch((cause: unknown) => {
        meters.heartbeatFailed();
        own('warn', 'heartbeat failed', { cause });
      });
    }, leaseMs / 4);
    try {
      outcome = await recordVerdict(held, await judgeLeased(held));
    } catch (cause) {
      if (cause instanceof LeaseLost) {
        outcome = { kind: 'lease-lost' };
        throw cause;
      }
      outcome = await onTrouble(held, cause);
    } finally {
      clearInterval(heartbeat);
      inHand.delete(docket);
      meters.jobEnded(outcome);
    }
  }

  async function lease(docket: Docket, dueAt: Date | undefined): Promise<LeaseReply> {
    const leased = (async () => {
      const reply = await insist(db, () => docket.lease(dueAt));
      // Who gives back meanwhile has not seen it in hand. What is graded all the same is not written.
      if (stopped && reply.kind === 'leased') await insist(db, () => docket.yield());
      return reply;
    })();
    leasing.add(leased);
    try {
      return await leased;
    } finally {
      leasing.delete(leased);
    }
  }

  async function take(docket: Docket, { dueAt, request }: QueuedJob = {}): Promise<void> {
    const trace = openTrace(() => performance.now());
    const leased = trace.begin('lease');
    const reply = await lease(docket, dueAt);
    leased();
    if (reply.kind === 'done') return;
    if (reply.kind === 'held') throw new SubmissionHeld(`${nameOf(docket)} is held by another judge`);
    const { submission } = reply;
    trace.before('queue', submission.waitedMs);
    const own = logWith(log, { ...docket.named, ...(request !== undefined && { request }) });
    own('debug', 'taken', { waitedMs: submission.waitedMs, leases: submission.leases });
    await gradeHeld({ submission, docket, trace, log: own });
  }

  return {
    gradeSubmission: (submissionId, job) => take(submissionDocket(db, { submissionId, judge }), job),
    regrade: (rejudgmentId) => take(rejudgmentDocket(db, { rejudgmentId, judge })),
    async giveBack() {
      stopped = true;
      await Promise.all([...inHand].map((docket) => docket.yield()));
      await Promise.allSettled(leasing);
    },
  };
}

/** `submission …` or `rejudgment …`. */
function nameOf({ named }: Docket): string {
  return Object.entries(named).flat().join(' ');
}

// Versions are immutable, so what was read once stays right; a few dozen fit in memory.
function rememberProblems(db: PrismaClient): (versionId: string) => Promise<GradableProblem> {
  const problems = new Map<string, GradableProblem>();
  return async (versionId) => {
    const known = problems.get(versionId);
    if (known) return known;
    const problem = decodePlain(await getSecret(db, versionId)) as unknown as GradableProblem;
    const oldest = problems.size < 32 ? undefined : problems.keys().next().value;
    if (oldest !== undefined) problems.delete(oldest);
    problems.set(versionId, problem);
    return problem;
  };
}

/** Quick enough for eyes, and rare enough that a hundred quick tests cost a few hints. */
const hintEveryMs = 40;

/**
 * Sends hints, one at a time and not too often: what happens meanwhile melts into the next. Keeps what a long grading has
 * come to.
 */
function reportProgress(docket: Docket, log: Log): { listener: GradeListener; settled(): Promise<void> } {
  const judged: Hint['judged'] = [];
  // The lease wrote it.
  let written: Hint['status'] = 'compiling';
  let status: Hint['status'] = written;
  let stale = false;
  let sending: Promise<void> | undefined;
  const over = new AbortController();
  let keptAt = performance.now();
  let keeping = Promise.resolve();

  const send = async () => {
    while (stale && !over.signal.aborted) {
      stale = false;
      // What it becomes while this is sent is for the next time.
      const told = status;
      const news = told === written ? null : told;
      await docket.tell({ status: told, judged }, news);
      written = told;
      await setTimeout(hintEveryMs, undefined, { signal: over.signal }).catch(() => undefined);
    }
  };
  const touch = () => {
    stale = true;
    sending ??= send()
      .catch((cause: unknown) => log('warn', 'progress not sent', { cause }))
      .finally(() => {
        sending = undefined;
      });
  };
  return {
    listener: {
      status(next) {
        status = next;
        touch();
      },
      test(index, result) {
        judged.push([index, result.verdict, result.cpuMs, result.memoryKiB]);
        touch();
      },
      group(soFar) {
        if (performance.now() - keptAt < keepAfterMs) return;
        keptAt = performance.now();
        keeping = docket
          .keep(storable(soFar()))
          .catch((cause: unknown) => log('warn', 'not kept', { cause }));
      },
    },
    // The verdict brings whatever was not told.
    settled: async () => {
      over.abort();
      await Promise.all([sending, keeping]);
    },
  };
}
