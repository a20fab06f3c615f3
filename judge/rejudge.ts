/**
 * The door for judging again: sets of submissions are graded once more beside the results they have, compared, and
 * applied or discarded.
 *
 * open → applied | discarded; a rejudgment in it: queued → running → done, or dropped with a decision.
 */
import type { Prisma, PrismaClient } from '#prisma/generated/client.ts';
import {
  applyResults,
  type Choice,
  countChosen,
  decideRejudging,
  dropWaiting,
  enqueueRejudging,
  findRejudging,
  insertRejudging,
  listRejudgings,
  lockRejudging,
  type NamedRejudging,
  type NewRejudging,
  notifyAll,
} from '#prisma/rejudging.ts';
import {
  type CpuRatio,
  compareCpu,
  countMoves,
  countProgress,
  type Difference,
  type DifferenceFilter,
  listDifferences,
  type Move,
  type Progress,
} from '#prisma/rejudging-preview.ts';
import { announcementOf } from './events.ts';
import { queues } from './priority.ts';

/** More are chosen in parts: each keeps a copy of its old result. */
export const maxChosen = 20_000;
/** Copying twenty thousand results takes longer than the five seconds that a transaction has by default. */
const patience = { maxWait: 10_000, timeout: 300_000 };

export type CreateReply =
  | { kind: 'created'; id: string; count: number }
  /** Nothing was asked for, which would be everything. */
  | { kind: 'no-choice' }
  /** No judged submission fits. */
  | { kind: 'none' }
  | { kind: 'too-many'; count: number };

/** How many submissions would be judged again. */
export async function countRejudging(db: PrismaClient, choice: Choice): Promise<number> {
  return isEmpty(choice) ? 0 : countChosen(db, choice);
}

/** Writes the set, what stands now for each submission in it, and its jobs in one transaction. */
export async function createRejudging(db: PrismaClient, wanted: NewRejudging): Promise<CreateReply> {
  if (isEmpty(wanted.choice)) return { kind: 'no-choice' };
  return db.$transaction(async (tx): Promise<CreateReply> => {
    const expected = await countChosen(tx, wanted.choice);
    if (expected === 0) return { kind: 'none' };
    if (expected > maxChosen) return { kind: 'too-many', count: expected };
    const { id, count } = await insertRejudging(tx, wanted);
    await enqueueRejudging(tx, id, queues.rejudge.base);
    return { kind: 'created', id, count };
  }, patience);
}

function isEmpty(choice: Choice): boolean {
  return Object.values(choice).every((value) => value === undefined);
}

/** A set as a list shows it. */
export type ListedSet = { rejudging: NamedRejudging; progress: Progress };

/** All sets, the newest first; `before` is the id of the last one of the page before. */
export async function listSets(
  db: PrismaClient,
  page: { before?: string | undefined; count: number },
): Promise<ListedSet[]> {
  const rejudgings = await listRejudgings(db, page);
  const progress = await countProgress(
    db,
    rejudgings.map(({ id }) => id),
  );
  return rejudgings.map((rejudging) => ({ rejudging, progress: progress.get(rejudging.id) ?? noProgress }));
}

export type Preview = ListedSet & {
  matrix: Move[];
  /** Undefined where no verdict stayed. */
  cpu: CpuRatio | undefined;
  differences: Difference[];
  /** What to ask for as `after` for the page behind, or null on the last. */
  next: string | null;
};

/** What a set would change, or has: counts, old verdicts against new, and a page of the submissions that differ. */
export async function previewRejudging(
  db: PrismaClient,
  id: string,
  filter: DifferenceFilter,
): Promise<Preview | undefined> {
  const rejudging = await findRejudging(db, id);
  if (!rejudging) return undefined;
  const [progress, matrix, cpu, found] = await Promise.all([
    countProgress(db, [id]),
    countMoves(db, id),
    compareCpu(db, id),
    listDifferences(db, id, { ...filter, count: filter.count + 1 }),
  ]);
  const differences = found.slice(0, filter.count);
  const next = found.length > filter.count ? (differences.at(-1)?.submissionId ?? null) : null;
  return { rejudging, progress: progress.get(id) ?? noProgress, matrix, cpu, differences, next };
}

/** Of a set whose submissions are all gone with their owners. */
const noProgress: Progress = {
  total: 0,
  queued: 0,
  running: 0,
  judged: 0,
  judgeErrors: 0,
  dropped: 0,
  differing: 0,
  conflicts: 0,
  applied: 0,
  leftOut: 0,
};

export type Decision = {
  id: string;
  decidedBy: string | null;
  /** Leave out what is not judged yet or got a judge error, instead of refusing. */
  partial: boolean;
};

export type ApplyReply =
  /** `conflicts` were judged by something else since they were chosen, and stay as they are. */
  | { kind: 'applied'; applied: number; conflicts: number; leftOut: number }
  | { kind: 'unfinished'; waiting: number; judgeErrors: number }
  | { kind: 'discarded' }
  | { kind: 'unknown' };

/**
 * Puts the new results in the place of the old, all in one transaction, and tells who looks at them. The old ones stay
 * with the set. Applying again answers the same and changes nothing.
 */
export async function applyRejudging(
  db: PrismaClient,
  { id, decidedBy, partial }: Decision,
): Promise<ApplyReply> {
  return db.$transaction(async (tx): Promise<ApplyReply> => {
    const rejudging = await lockRejudging(tx, id);
    if (!rejudging) return { kind: 'unknown' };
    if (rejudging.state === 'discarded') return { kind: 'discarded' };
    if (rejudging.state === 'applied') return appliedReply(tx, id);
    const { queued, running, judgeErrors } = await progressOf(tx, id);
    const waiting = queued + running;
    if (!partial && waiting + judgeErrors > 0) return { kind: 'unfinished', waiting, judgeErrors };
    const changed = await applyResults(tx, id);
    await decideRejudging(tx, { id, state: 'applied', decidedBy });
    await announce(tx, changed);
    return appliedReply(tx, id);
  }, patience);
}

async function appliedReply(tx: Prisma.TransactionClient, id: string): Promise<ApplyReply> {
  const { applied, conflicts, leftOut } = await progressOf(tx, id);
  return { kind: 'applied', applied, conflicts, leftOut };
}

async function progressOf(tx: Prisma.TransactionClient, id: string): Promise<Progress> {
  return (await countProgress(tx, [id])).get(id) ?? noProgress;
}

async function announce(tx: Prisma.TransactionClient, submissions: string[]): Promise<void> {
  const told = submissions.map((id) => announcementOf({ id, status: 'done', judged: [] }));
  const [first] = told;
  if (first) await notifyAll(tx, { channel: first.channel, payloads: told.map(({ payload }) => payload) });
}

export type DiscardReply = { kind: 'discarded' } | { kind: 'applied' } | { kind: 'unknown' };

/** Gives a set up: nothing more of it is graded, no submission changes, and what was found out stays to be read. */
export async function discardRejudging(
  db: PrismaClient,
  { id, decidedBy }: Omit<Decision, 'partial'>,
): Promise<DiscardReply> {
  return db.$transaction(async (tx): Promise<DiscardReply> => {
    const rejudging = await lockRejudging(tx, id);
    if (!rejudging) return { kind: 'unknown' };
    if (rejudging.state === 'applied') return { kind: 'applied' };
    if (rejudging.state === 'discarded') return { kind: 'discarded' };
    await dropWaiting(tx, id);
    await decideRejudging(tx, { id, state: 'discarded', decidedBy });
    return { kind: 'discarded' };
  }, patience);
}
