import { setTimeout } from 'node:timers/promises';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { insist } from '#prisma/insist.ts';
import { getSecret } from '#prisma/problem-version.ts';
import {
  findSubmission,
  type Lease,
  type LeasedSubmission,
  leaseMs,
  releaseLease,
  renewLease,
  lease as takeLease,
  tellProgress,
} from '#prisma/submission.ts';
import { announcementOf, type Hint } from './events.ts';
import type { GradableProblem } from './gradable-problem.ts';
import { type GradeListener, grade, type Stations } from './grade.ts';
import type { Log } from './log.ts';
import { decodePlain } from './plain-data.ts';
import { record } from './record.ts';
import { judgeError } from './summarize.ts';
import type { Verdict } from './verdict.ts';

/** Grading that fails by our fault this often ends in JE. */
const maxFailures = 2;
/**
 * A submission whose judge died this often is held to have killed it. Judges die of other things, too: where one is killed
 * every two seconds, a submission of four seconds was seen to take a dozen leases.
 */
const maxLeases = 40;

export type Worker = { gradeSubmission(id: string): Promise<void> };

/** Another judge holds the submission; the queue tries again later. */
export class SubmissionHeld extends Error {
  readonly code = 'SUBMISSION_HELD';
}

/** The lease ran out before the verdict was there, and nothing was written: another judge has the word. */
export class LeaseLost extends Error {
  readonly code = 'LEASE_LOST';
}

/**
 * Takes submissions through lease, grading and record.
 *
 * queued → leased → recorded; leased → queued again when grading throws (once) or the lease runs out.
 * A database that is away is waited for, and counts against nobody.
 */
export function createWorker(context: {
  db: PrismaClient;
  stations: Stations;
  judge: string;
  log: Log;
}): Worker {
  const { db, stations, judge, log } = context;
  const loadProblem = rememberProblems(db);

  async function judgeLeased(submission: LeasedSubmission, lease: Lease): Promise<Verdict> {
    const problem = await insist(db, () => loadProblem(submission.versionId));
    if (submission.leases > maxLeases) return judgeError(problem, 'its judges died');
    const progress = reportProgress(db, lease, log);
    try {
      return await grade({ source: submission.source, problem }, stations, progress.listener);
    } finally {
      await progress.settled();
    }
  }

  async function recordVerdict(lease: Lease, verdict: Verdict): Promise<void> {
    const { submissionId: submission } = lease;
    const written = await insist(db, () => record(db, lease, verdict));
    log('info', written ? 'graded' : 'lease lost', { submission, verdict: verdict.verdict });
    if (written) return;
    // The queue drops a job that is done, whoever has it by now: only who fails leaves it to them.
    const row = await insist(db, () => findSubmission(db, submission));
    if (row && row.status !== 'done') throw new LeaseLost(`the lease on submission ${submission} is lost`);
  }

  async function onTrouble(submission: LeasedSubmission, lease: Lease, cause: unknown): Promise<void> {
    log('error', 'grading failed', { submission: submission.id, failures: submission.failures + 1, cause });
    if (submission.failures + 1 < maxFailures) {
      await insist(db, () => releaseLease(db, lease));
      throw cause;
    }
    const problem = await insist(db, () => loadProblem(submission.versionId));
    await recordVerdict(lease, judgeError(problem, 'grading failed twice'));
  }

  return {
    async gradeSubmission(id) {
      const lease: Lease = { submissionId: id, judge };
      const reply = await insist(db, () => takeLease(db, lease));
      if (reply.kind === 'done') return;
      if (reply.kind === 'held') throw new SubmissionHeld(`submission ${id} is held by another judge`);
      const { submission } = reply;
      const heartbeat = setInterval(() => {
        renewLease(db, lease).catch((cause: unknown) =>
          log('warn', 'heartbeat failed', { submission: id, cause }),
        );
      }, leaseMs / 4);
      try {
        await recordVerdict(lease, await judgeLeased(submission, lease));
      } catch (cause) {
        if (cause instanceof LeaseLost) throw cause;
        await onTrouble(submission, lease, cause);
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
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

/** Sends hints, one at a time and not too often: what happens meanwhile melts into the next. */
function reportProgress(
  db: PrismaClient,
  lease: Lease,
  log: Log,
): { listener: GradeListener; settled(): Promise<void> } {
  const id = lease.submissionId;
  const judged: Hint['judged'] = [];
  // The lease wrote it.
  let written: Hint['status'] = 'compiling';
  let status: Hint['status'] = written;
  let stale = false;
  let sending: Promise<void> | undefined;
  const over = new AbortController();

  const send = async () => {
    while (stale && !over.signal.aborted) {
      stale = false;
      // What it becomes while this is sent is for the next time.
      const told = status;
      const news = told === written ? null : told;
      await tellProgress(db, lease, {
        announcement: announcementOf({ id, status: told, judged }),
        status: news,
      });
      written = told;
      await setTimeout(hintEveryMs, undefined, { signal: over.signal }).catch(() => undefined);
    }
  };
  const touch = () => {
    stale = true;
    sending ??= send()
      .catch((cause: unknown) => log('warn', 'progress not sent', { submission: id, cause }))
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
    },
    // The verdict brings whatever was not told.
    settled: async () => {
      over.abort();
      await sending;
    },
  };
}
