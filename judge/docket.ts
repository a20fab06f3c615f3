/** What a judge takes under a lease: a submission, or the second grading of one. The worker treats both alike. */
import type { Prisma, PrismaClient } from '#prisma/generated/client.ts';
import {
  finishRejudgment,
  isOpen,
  keepRejudgedSoFar,
  leaseRejudgment,
  type RejudgmentLease,
  releaseRejudgment,
  renewRejudgment,
  yieldRejudgment,
} from '#prisma/rejudgment.ts';
import {
  findSubmission,
  finish,
  type JudgedColumns,
  keepSoFar,
  type Lease,
  type LeaseReply,
  lease,
  releaseLease,
  renewLease,
  tellProgress,
  yieldLease,
} from '#prisma/submission.ts';
import { announcementOf, type Hint } from './events.ts';

export type Progress = Pick<Hint, 'status' | 'judged'>;

export type Docket = {
  /** What it is called in a log. */
  named: { submission: string } | { rejudgment: string };
  /** `dueAt`: when its job was to be done. */
  lease(dueAt?: Date): Promise<LeaseReply>;
  /** False where the lease is lost. */
  renew(): Promise<boolean>;
  /** Back to the queue after trouble of ours. */
  release(): Promise<void>;
  /** Back to the queue where nothing went wrong but that the judge has to stop. */
  yield(): Promise<void>;
  /** Tells who waits how far it is; `status` is written where it is given. */
  tell(progress: Progress, status: Hint['status'] | null): Promise<void>;
  /** Writes what was found out, for whoever goes on if this judge can't, as long as the lease holds. */
  keep(soFar: Prisma.InputJsonObject): Promise<void>;
  /** Writes the result if the lease still holds; false where another judge has the word. */
  finish(columns: JudgedColumns): Promise<boolean>;
  /** Whether it still waits for a result, from whichever judge. */
  isOpen(): Promise<boolean>;
};

export function submissionDocket(db: PrismaClient, held: Lease): Docket {
  const id = held.submissionId;
  return {
    named: { submission: id },
    lease: (dueAt) => lease(db, held, dueAt),
    renew: () => renewLease(db, held),
    release: () => releaseLease(db, held),
    yield: () => yieldLease(db, held),
    tell: (progress, status) =>
      tellProgress(db, held, { announcement: announcementOf({ id, ...progress }), status }),
    keep: (soFar) => keepSoFar(db, held, soFar),
    finish: (columns) =>
      finish(db, held, { columns, announcement: announcementOf({ id, status: 'done', judged: [] }) }),
    isOpen: async () => {
      const row = await findSubmission(db, id);
      return row !== undefined && row.status !== 'done';
    },
  };
}

/** Nobody waits for its tests one by one, and its submission hears of nothing before the set is applied. */
export function rejudgmentDocket(db: PrismaClient, held: RejudgmentLease): Docket {
  return {
    named: { rejudgment: held.rejudgmentId },
    lease: (dueAt) => leaseRejudgment(db, held, dueAt),
    renew: () => renewRejudgment(db, held),
    release: () => releaseRejudgment(db, held),
    yield: () => yieldRejudgment(db, held),
    tell: () => Promise.resolve(),
    keep: (soFar) => keepRejudgedSoFar(db, held, soFar),
    finish: (columns) => finishRejudgment(db, held, columns),
    isOpen: () => isOpen(db, held.rejudgmentId),
  };
}
